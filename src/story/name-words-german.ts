import type { NameWords } from './name-words.ts'

export const german: NameWords = {
  particles: 'von van vom der den zu zum de da di la bin ibn al',
  links: '',
  ands: 'und',
  heads: 'ministerium amt rat bank universität ausschuss kommission behörde',
  titles:
    'kollege kollegin kollegen herr herrn frau dr prof professor präsident präsidentin präsidenten minister ministerin kanzler kanzlerin kanzlers general oberst könig königin papst prinz prinzessin bürgermeister bürgermeisterin sprecher sprecherin sprechers gouverneur senator senatorin botschafter botschafterin chef chefin kommissar kommissarin trainer richter richterin direktor direktorin kardinal bischof experte expertin forscher forscherin autor autorin anwalt anwältin premier',
  ranks: '',
  openers:
    'ab aber alle allein allerdings alles als also am an andere anders anfang auch auf aus ausgerechnet außer außerdem bald bei beide beim bereits besonders bevor bis bisher da dabei dadurch dafür dagegen daher damals damit danach daneben daran darauf darin darüber darum das dass dazu dem den denn dennoch der deren des deshalb dessen die dies diese diesem diesen dieser dieses doch dort dort drei drüben durch eben ein eine einem einen einer eines einige er erst es etwa etwas euch fast für ganz gegen gegenüber gemeinsam gestern gleich hat hatte haben heute hier hinter ich ihm ihn ihnen ihr ihre ihrem im immer in indem innerhalb ins inzwischen ist ja jede jeder jedoch jemand jene jetzt kaum kein keine laut man manche mehr mehrere mein mit mittlerweile möglich nach nachdem natürlich neben nein nicht nichts nie niemand noch nun nur ob oder ohne per rund schon sehr sein seine seit seitdem sich sie so sobald sogar solche sondern sonst soll sollte sowohl statt teils trotz trotzdem über um und uns unser unter viele vielleicht vier vom von vor vorher wann war waren warum was wegen weil weiter weitere welche wenige wenn wer werden wie wieder will wir wird wo wohl wurde wurden während zehn zu zudem zuletzt zum zunächst zur zurück zwar zwei zwischen zwölf',
  others:
    'stadt hauptstadt region bundesstaat zeitung nachrichtenagentur agentur provinz partei firma konzern unternehmen fluss insel dorf gemeinde sender magazin hafen bezirk kreis land gebiet millionen milliarden million milliarde prozent euro dollar uhr ende anfang mitte jahr tonnen kilometer meter stunden tag woche ex bip tv ki dna sommer winter herbst frühling frühjahr raum grad pkw lkw',
}

/** Nouns before the name of a place or a firm: "die Hauptstadt Kiew". */
export const germanLeads: ReadonlySet<string> = new Set(
  'stadt hauptstadt region bundesstaat zeitung nachrichtenagentur agentur provinz partei firma konzern unternehmen fluss insel dorf gemeinde sender magazin hafen bezirk gebiet hafenstadt großstadt kleinstadt organisation'.split(
    ' ',
  ),
)

/** Ends of compounds that are titles: Außenminister, Kremlsprecher, US-Präsident. */
export const germanTitle: RegExp =
  /.(?:präsident|minister|kanzler|sprecher|chef|bürgermeister|direktor|beauftragte|vorsitzende|experte|forscher|trainer|kommissar|berater|anwalt|kandidat|politiker|general|sekretär|leiter|stürmer|torwart|autor|schauspieler|gesandte|botschafter)(?:in|en|s|n|r)?$/u
