import { compoundAdjectives, compoundHeads } from './compound-heads.ts'

/** Names shorter than this are in too many other words: Rom in Romanze. */
const shortestName = 4
/** From here on a name is long enough for any noun behind it; below, the known ones alone. */
const shortestOpen = 6
const shortestHead = 4

interface Compounding {
  /** Known nouns behind the name and its link letters. */
  readonly head: RegExp
  /** Whether a long name may stand before any noun. */
  readonly isOpen: boolean
  readonly adjective?: RegExp
}

/** Languages that write a name and any noun as one word; the others do with few, behind a hyphen otherwise. */
const open = 'de lb nl fy sv da nb nn no'.split(' ')
const link: Readonly<Record<string, string>> = { fi: 'n?', is: '(?:[su]|ar)?', fo: '(?:[su]|ar)?' }

const table: ReadonlyMap<string, Compounding> = new Map(
  [...compoundHeads].flatMap(([languages, heads]) => {
    const adjectives = compoundAdjectives.get(languages)
    return languages.split(' ').map((language) => {
      const compounding: Compounding = {
        head: new RegExp(`^${link[language] ?? 's?'}(?:${heads.replaceAll(' ', '|')})`, 'u'),
        isOpen: open.includes(language),
        ...(adjectives === undefined
          ? {}
          : { adjective: new RegExp(`^(?:${adjectives.replaceAll(' ', '|')})$`, 'u') }),
      }
      return [language, compounding] as const
    })
  }),
)

/** Languages in which a name may begin a longer word. */
export const compoundLanguages: readonly string[] = [...table.keys()]

/**
 * What makes a family, a town, a people or a plain other word of a name, not a compound: Timmer,
 * Timmermans; Ukraine, Ukrainerin; Trump, Trumpeten.
 */
const otherWord = new RegExp(
  `^(?:${[
    // Inflection and derivation.
    '[aeo]?[mnrst]?(?:e?[nrt]|na)?s?',
    'e?r(?:in|inne|innen|na|nas|ne|nes|s|en|se)',
    'i?(?:sch|s[kc]|ans?|aans)(?:e?[mnrst]?|[at]|an|orna)',
    'i(?:sm|st|sier|ser)\\p{L}*',
    'aner?\\p{L}{0,3}|ier\\p{L}{0,2}|ees|ien|iens',
    '(?:bor?|länning|lænding|lending|länder|lander)\\p{L}{0,4}',
    // Families.
    'mann?s?|sson|sons?|sens?|ss?ens|sohn|stra|sma|inga?|ings?|inger|in[io]|ell[aio]|ett[aeio]|i?[tn]?witz|n?itz|ow?ski|sk[iy]j?|[eo]va?|ovi[cć]h?|i?us|in[ae]|hard|bert|brecht|gang|ique|iten?|deutschen?r?|meie?r|maier|hofer|huber',
    // Towns.
    '(?:s|en|er|is)?(?:berge?n?|burge?n?|borg|bach|beek|dorf|dorp|feld|veld|furt|ford|gr[aä]d|hausen|huizen|haven|heim|hem|hjem|hof|reich|stadt|stad|sted|stein|steen|t[ah]l|thal|dal|wald|weiler|kirchen|kerk|brück(?:en)?|brugge|hafen|kamp|town|ville|shire|stone|münde|ham|by|holm|havn|sund|sand|eck|vik|nes|land)',
  ].join('|')})$`,
  'u',
)

/** A noun begins with one of these groups of consonants, or with a vowel: Marktplatz is not Mark. */
const onset =
  /^(?:[^\P{L}aeiouyäöüåæøéëï]{0,1}|[bcfgkp][lr]|[dt]r|gn|k[nv]|ch|pf|ps|qu|s[cjklmnptv]|sch[lmnrw]?|s[cpt]r|spl|[stw][hjw]|t[hrvw]|vr|wr|zw|[bfghkpst]j)[aeiouyäöüåæøéëï]/u

/** Whether a lower-case word is a name with a noun behind it: ukrainekrieg, natogipfel. */
export function isCompoundOf(word: string, name: string, language: string): boolean {
  const compounding = table.get(language)
  if (compounding === undefined || name.length < shortestName || !word.startsWith(name)) {
    return false
  }
  const rest = word.slice(name.length)
  if (otherWord.test(rest)) return false
  if (compounding.head.test(rest)) return true
  if (!compounding.isOpen || name.length < shortestOpen) return false
  const heads = [rest, rest.replace(/^s/u, '')]
  return (
    heads.some((head) => head.length >= shortestHead && onset.test(head)) &&
    !heads.some((head) => otherWord.test(head))
  )
}

/** Whether it is an adjective made of a name, which is written small: kremlnahe. */
export function isCompoundAdjective(word: string, name: string, language: string): boolean {
  const { adjective } = table.get(language) ?? {}
  return (
    adjective !== undefined &&
    name.length >= shortestName &&
    word.startsWith(name) &&
    adjective.test(word.slice(name.length))
  )
}
