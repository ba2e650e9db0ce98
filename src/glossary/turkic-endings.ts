import { anyOf, exchange, type Endings } from './ending.ts'

/** A consonant stands between a vowel and an ending that begins with one: Ukrayna, Ukraynaya; Kiev, Kieve. */
const buffers: NonNullable<Endings['stems']> = exchange(
  ...['y', 'n', 's'].map((one) => [/(?<=[aeıioöuüə])$/u, one] as const),
)

export const turkish: Endings = {
  lost: anyOf(''),
  added: anyOf(
    '[dt][aeə] [dt][aeə]n [dt]aki [dt]eki [ıiuü]n [ıiuü] [aeə] l[aeə] l[ıiuü] l[ae]r[ıi]?n?',
    "'?",
  ),
  stems: buffers,
}

/** With the Cyrillic endings of Kazakh and its neighbours, whose first consonant follows the name. */
export const turkic: Endings = {
  lost: anyOf(''),
  added: anyOf(
    '[dt][ae] [dt][ae]n [dt]aki [dt]eki [ıiuü]n [ıiuü] [ae] l[ae] l[ıiuü] g[ae] q[ae] k[ae] n[ıi] ning l[ae]r [дт][ае] [дт][ае]н н[ае]н [ндт][ыі]ң [ндт][иү]н [ғгқк][ае] [ндт][ыі] [мбп]ен [ыи]',
    "'?",
  ),
  stems: buffers,
}
