/**
 * Nouns that news writes together with a name, by how they begin: `krieg` of Ukrainekrieg and of
 * Ukrainekriegsende. Short names are known in a compound by these alone: Markt is not Mark.
 */
export const compoundHeads: ReadonlyMap<string, string> = new Map([
  [
    'de lb',
    'krieg konflikt krise abkommen politik gipfel sprecher besuch reise hilfe einsatz konferenz delegation treffen gespräch verhandlung plan deal frage kenner expert beauftragt gesandt botschaft chef führung regierung streifen wahl sanktion strategie geschäft handel mission partner staat mitglied beitritt erweiterung truppe soldat angriff offensive front grenze flüchtling rückkehr kritiker gegner freund anhänger vertraute berater kurs debatte streit affäre rede brief auftritt lager partei wähler versteher politiker korrespondent kommission bericht dossier akte vertrag pakt route flug export import waffe rakete drohne armee polizei minister präsident ära doktrin propaganda elite nähe brücke halbinsel hafen',
  ],
  [
    'nl fy',
    'oorlog conflict crisis akkoord deal beleid top woordvoerder bezoek reis hulp missie conferentie delegatie kenner deskundig expert gezant regering verkiezing sanctie strategie handel partner land lid leden leider baas chef soldaat troepen aanval offensief front grens vluchteling critic tegenstander vriend aanhang adviseur koers debat affaire toespraak brief kamp partij kiezer politic correspondent commissie rapport dossier verdrag pact route vlucht wapen raket drone leger politie minister president tijdperk strook ganger directeur kwestie besluit plan oefening propaganda brug schiereiland',
  ],
  [
    'sv',
    'krig konflikt kris avtal politik möte topp talesm talesperson besök resa rese hjälp stöd insats konferens delegation kännare expert sändebud regering regim val sanktion strategi handel partner land länder medlem ledare chef soldat trupp attack offensiv front gräns flykting kriti motståndare vän anhängare rådgivare kurs debatt bråk affär tal brev läger parti väljare korrespondent rapport pakt rutt flyg vapen robot drönar armé polis minister president era remsa plan fråg beslut övning propaganda ansökan anslutning halvö',
  ],
  [
    'da',
    'krig konflikt krise aftale politik møde topmøde talsm talskvinde besøg rejse hjælp støtte indsats konference delegation kender ekspert udsending regering styre valg sanktion strategi handel partner land medlem leder chef soldat trop angreb offensiv front grænse flygtning kriti modstander ven tilhænger rådgiver kurs debat strid tale brev lejr parti vælger korrespondent rapport pakt våben missil drone hær politi minister præsident stribe plan spørgsmål øvelse propaganda halvø',
  ],
  [
    'nb nn no',
    'krig konflikt krise avtale politikk møte toppmøte talsm talsperson besøk vitjing reise hjelp støtte innsats konferanse delegasjon kjenner ekspert utsending regjering regime valg val sanksjon strategi handel partner land medlem leder leiar sjef soldat tropp angrep åtak offensiv front grense flyktning kriti motstander tilhenger rådgiver kurs debatt strid tale brev leir parti velger korrespondent rapport pakt våpen rakett drone hær politi minister president stripe plan spørsmål øvelse propaganda halvø',
  ],
  ['is fo', 'stríð forset heimsókn deil fund mál her stefn samning'],
  [
    'fi',
    'matka vierailu kävijä mieli vastai jäsen kokou johtaja politiik sota sod tuntija apu avu kaup',
  ],
  ['et', 'meel vastane vastas sõda sõja sõdi poliitika visii suunali'],
  ['hu', 'barát ellenes párti közeli szerte ügy'],
])

/** Adjectives of that kind, written small: kremlnahe, Oekraïnegezinde. */
export const compoundAdjectives: ReadonlyMap<string, string> = new Map([
  [
    'de lb',
    'nahe?[nrsm]? freundliche?[nrsm]? feindliche?[nrsm]? treue?[nrsm]? kritische?[nrsm]? skeptische?[nrsm]? müde?[nrsm]? gesteuerte?[nrsm]? gestützte?[nrsm]? unterstützte?[nrsm]? weite?[nrsm]?',
  ],
  ['nl fy', 'gezinde? vriendelijke? vijandige? kritische? gestuurde? gesteunde?'],
  ['sv', 'vänlig[at]? fientlig[at]? kritisk[at]? trog[en]+a? stödda?'],
  ['da', 'venlige?t? fjendtlige?t? kritiske?t? tro støttede?t?'],
  ['nb nn no', 'vennlige?t? fiendtlige?t? kritiske?t? tro støttede?t?'],
])
