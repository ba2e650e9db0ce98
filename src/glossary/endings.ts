import { anyOf, exchange, type Endings } from './ending.ts'
import { turkic, turkish } from './turkic-endings.ts'
import { estonian, finnish, hungarian } from './uralic-endings.ts'
import { bulgarian, czech, polish, russian, southSlavic, ukrainian } from './slavic-endings.ts'

const vowel = /^[\p{L}]$/u

const lithuanian: Endings = {
  lost: anyOf('as is ys us a ė e ai i os ius'),
  added: anyOf(
    'o ui u ą e a os ai oje io iui iu iai į yje uje aus y ies ių ų ams uose ose ei ę ėje ė ės iams umi us iaus iuje ius ais is ių',
  ),
}

const latvian: Endings = {
  lost: anyOf('s is us a e š i as es'),
  added: anyOf('a am u ā i im ī us iem os as ām ai e es ei ē ēm is s ja jas jam ju jā ijā ijas'),
}

const greek: Endings = {
  movesAccents: true,
  lost: anyOf('οσ ησ ασ ο α η ι υ εσ οι'),
  added: anyOf('ου ο ον ε η ην ησ α αν ασ οι ων ουσ εσ ι ισ οσ υ'),
}

const romanian: Endings = {
  lost: anyOf('a ă e u'),
  added: anyOf('a ă ei ii i ului ul u e le elor lor ea iei'),
}

const albanian: Endings = {
  lost: anyOf('i u a e ë'),
  added: anyOf('it i in u un ut a en ën ës e ve s ja jen t së'),
}

const basque: Endings = {
  lost: anyOf('a'),
  added: anyOf('n en an ra era tik etik ko eko k ek ren eren i ri a ak rekin ekin rentzat'),
}

const esperanto: Endings = {
  lost: anyOf('o a oj aj'),
  added: anyOf('o a on an oj aj ojn ajn n'),
}

const georgian: Endings = {
  lost: anyOf('ი ა ო ე'),
  added: anyOf('ი ა ო ე ს მა ში ზე თან დან იდან ის ით ად სა თვის ისთვის ას ოს ელი ული'),
}

const armenian: Endings = {
  lost: anyOf('ը'),
  added: anyOf('ի ում ից ով ը ն ին յի յում յից իա ու ուն ում իս'),
}

const mongolian: Endings = {
  lost: anyOf(''),
  added: anyOf('[дт] [иы]йн ын [иы]йг ыг [аэоө]{1,2}с [аэоө]{1,2}р т[аэоө]й руу рүү луу лүү г'),
}

/** South Asian languages write case endings with the name: কিয়েভের, కీవ్‌లో, मुंबईत. */
const southAsian: Endings = { lost: anyOf(''), added: /^[\p{L}\p{M}]{0,6}$/u }

/** Languages of which only the outline is known here: one vowel less, up to three letters more. */
const outline: Endings = { lost: vowel, added: /^\p{L}{0,3}$/u }

/** Only the s of a genitive. */
const genitive: Endings = { hasNoCases: true, lost: anyOf(''), added: anyOf("s 's '") }

/** German also makes city names adjectives: Kyjiwer, Moskauer, Brüsseler. */
const german: Endings = { hasNoCases: true, lost: anyOf(''), added: anyOf("s 's ' er") }

/** The ezafe behind a vowel and the plural, with or without their gap: آمریکای, ایران‌ها. */
const persian: Endings = {
  hasNoCases: true,
  lost: anyOf(''),
  added: anyOf('ها های'),
  stems: exchange([/(?<=[او])$/u, 'ی']),
}

const byLanguage: readonly (readonly [languages: string, endings: Endings])[] = [
  ['ru', russian],
  ['uk be', ukrainian],
  ['bg mk', bulgarian],
  ['pl', polish],
  ['cs sk', czech],
  ['sl hr bs sr', southSlavic],
  ['lt', lithuanian],
  ['lv', latvian],
  ['fi', finnish],
  ['et', estonian],
  ['hu', hungarian],
  ['tr az', turkish],
  ['kk ky uz tt tk ug ba', turkic],
  ['el', greek],
  ['ro', romanian],
  ['sq', albanian],
  ['eu', basque],
  ['eo', esperanto],
  ['ka', georgian],
  ['hy', armenian],
  ['mn', mongolian],
  ['bn mr ta te kn ml gu pa ne si as or', southAsian],
  ['la is fo ga gd cy mt so', outline],
  ['de lb', german],
  ['nl nb nn no sv da fy', genitive],
  ['fa', persian],
]

const table: ReadonlyMap<string, Endings> = new Map(
  byLanguage.flatMap(([languages, endings]) =>
    languages.split(' ').map((language) => [language, endings] as const),
  ),
)

/** Languages in which names change their endings. */
export const inflectedLanguages: readonly string[] = [...table.keys()]

/** The endings of names in a language; nothing where names never change. */
export function endingsOf(language: string): Endings | undefined {
  return table.get(language)
}

const romanceAdjective: Endings = {
  movesAccents: true,
  lost: anyOf('o a e'),
  added: anyOf('o a e i os as es is s na ns nas nes ne'),
}
const germanicAdjective: Endings = { lost: anyOf('e'), added: anyOf('e er es en em r t a') }

const adjectives: ReadonlyMap<string, Endings> = new Map([
  ...'es ca gl pt it fr oc ast'.split(' ').map((one) => [one, romanceAdjective] as const),
  ...'de lb nl nb nn sv da fy'.split(' ').map((one) => [one, germanicAdjective] as const),
])

/** The endings of adjectives, which a glossary lists in lower case and by their dictionary form. */
export function adjectiveEndingsOf(language: string): Endings | undefined {
  return adjectives.get(language) ?? table.get(language)
}
