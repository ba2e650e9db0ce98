import { unitTable, type UnitTable } from './unit-table.ts'

/** Soft hyphens, zero-width and direction marks, the Arabic tatweel: nothing a reader sees. */
export const invisible: RegExp =
  /[\u00ad\u061c\u0640\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]/

/** Reading aids: Arabic and Hebrew vowels, Russian stress, variation selectors. */
export const aids: RegExp =
  /[\u034f\u064b-\u0652\u0670\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\ufe00-\ufe0f\u{e0100}-\u{e01ef}]|(?<=[аеиоуыэюяіїєАЕИОУЫЭЮЯІЇЄ])\u0301/gu

/** Characters that a reader takes for the same. */
const alike: readonly (readonly [RegExp, string | ((character: string) => string)])[] = [
  [/\s/g, ' '],
  [/[\u2018\u2019\u02bc\u02b9\u0060\u00b4\uff07]/g, "'"],
  [/[\u2010-\u2013]/g, '-'],
  [/[\u2022\u2027\u2219\u22c5\u30fb\uff65]/g, '·'],
  // Full-width Latin letters, digits and signs of East Asian type: `ＮＡＴＯ`.
  [/[\uff01-\uff5e]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0)],
]

/** What may be left out, or composed with its neighbours: marks, parts of Korean syllables, pairs. */
const careful = /\p{M}|[\u1100-\u11ff]/gu

/** In the table: the unit has to be looked at together with its neighbours. */
export const needsCare = 0

/** What each code unit is folded to, or `needsCare`. */
export const unitFolds: UnitTable = unitTable((characters, first) => {
  const folded = alike.reduce((text, [from, to]) => text.replace(from, to as string), characters)
  const folds = Uint16Array.from({ length: characters.length }, (_, at) => folded.charCodeAt(at))
  if (first >= 0xd800 && first <= 0xdf00) return folds.fill(needsCare)
  for (const pattern of [careful, new RegExp(invisible, 'g')]) {
    for (const { index } of characters.matchAll(pattern)) folds[index] = needsCare
  }
  // Where NFC writes a character in another way: Greek and other letters, signs, old Chinese.
  for (let at = 0; at < characters.length; at++) {
    const character = characters.charAt(at)
    if (first > 0x200 && character.normalize('NFC') !== character) folds[at] = needsCare
  }
  return folds
})
