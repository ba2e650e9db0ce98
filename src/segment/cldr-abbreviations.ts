import de from 'cldr-segments-full/segments/de/suppressions.json' with { type: 'json' }
import en from 'cldr-segments-full/segments/en/suppressions.json' with { type: 'json' }
import es from 'cldr-segments-full/segments/es/suppressions.json' with { type: 'json' }
import fr from 'cldr-segments-full/segments/fr/suppressions.json' with { type: 'json' }
import it from 'cldr-segments-full/segments/it/suppressions.json' with { type: 'json' }
import pt from 'cldr-segments-full/segments/pt/suppressions.json' with { type: 'json' }
import ru from 'cldr-segments-full/segments/ru/suppressions.json' with { type: 'json' }

interface Suppressions {
  readonly segments: {
    readonly segmentations: {
      readonly SentenceBreak: { readonly standard: readonly { readonly suppression: string }[] }
    }
  }
}

const lists: Readonly<Record<string, Suppressions>> = { de, en, es, fr, it, pt, ru }

/** What CLDR lists although it is a word that closes sentences in the news: "… dans la mer. Le …". */
const ordinaryWords: Readonly<Record<string, string>> = {
  de:
    'Port Alt Di So Sa am Test Best Do s Ben Max Dat Int gest PIN Temp Mod Mind Kop Trans Art ' +
    'Chin Fr Mo Mi Ber',
  en:
    'Alt Hat Link Long Job By Act Up Ok OK Ex In Is To Or Do Go All Joe On Id Pro Cap Def Lev ' +
    'PC AD PP ' +
    'Card Cont Var Min Adv Org Jam Est Op VS As AA AB DC MR Mar Mart Fri Dec Nov Jan Feb Sept ' +
    'Sep Aug Etc Inc',
  es:
    'mar sol Sol Rol Kit bol col may vie jue ms Bien All RAM Ant Em CA Id dom Korn Col SA DC ' +
    'AA MM ago Inc Corp',
  fr: 'mar mer jeu ven sam dim voit quart cam niv All Desc dest trav fig Mart Inc DC syst Comm',
  it: 'ver on all int div mod Mod Liv DC',
  pt:
    'mar com set out lat res rel port mov lin mat eletr obs fil ex ed lit pol Mar univ des ' +
    'col ago trad fim mai',
  ru: 'руб',
}

/** The abbreviations that CLDR's sentence break suppressions list for a language, without the full stop. */
export function cldrAbbreviations(language: string): readonly string[] {
  const list = lists[language]?.segments.segmentations.SentenceBreak.standard ?? []
  const words = new Set(ordinaryWords[language]?.split(' '))
  return list
    .map(({ suppression }) => suppression.replace(/\.$/, ''))
    .filter((word) => !word.includes(' ') && !words.has(word))
}
