/** The zero of each set of decimal digits that living languages write; nine more follow each. */
const zeros = Array.from('٠۰߀०০੦૦୦௦౦೦൦෦๐໐༠၀႐០᠐᥆᧐᭐᮰᱀᱐꤀꧐꩐꯰０₀')

const digits: ReadonlyMap<string, string> = new Map(
  zeros.flatMap((zero) =>
    Array.from({ length: 10 }, (_, digit) => [
      String.fromCodePoint((zero.codePointAt(0) ?? 0) + digit),
      String(digit),
    ]),
  ),
)

const foreignDigit = /[\u0660-\u{10ffff}]/u

/** The text with the digits of every script as 0-9; offsets do not move. */
export function toAsciiDigits(text: string): string {
  if (!foreignDigit.test(text)) return text
  return text.replace(/[\p{Nd}₀-₉]/gu, (digit) => digits.get(digit) ?? digit)
}

const separator = /[^\d]/g

/**
 * Every value that digits with separators may have: `1,500` gives 1500 and 1.5, `12,34,567.5`
 * gives 1234567.5; empty when they are several numbers, as in the date `24.02.2022`. Where the
 * separator is `group`, the one its locale groups with, the decimal reading is left out.
 */
export function readDigits(text: string, group: string): readonly number[] {
  const separators = text.match(separator) ?? []
  if (separators.length === 0) return [Number(text)]
  const parts = text.split(separator)
  const [first = '', ...rest] = parts
  const decimals = rest.at(-1) ?? ''
  const whole = rest.slice(0, -1)
  const last = separators.at(-1) ?? ''
  const isSpace = /[\s]/.test(last)
  const grouped = isGrouped(first, rest) && new Set(separators).size === 1
  const values: number[] = []
  if (grouped) values.push(Number(parts.join('')))
  // 1.234,56: the last separator differs from those before it, which group.
  const isDecimal =
    !isSpace &&
    !(grouped && last === group) &&
    (separators.length === 1 ||
      (isGrouped(first, whole) && !separators.slice(0, -1).includes(last)))
  if (isDecimal) values.push(Number(`${first}${whole.join('')}.${decimals}`))
  return values
}

/** Groups of three, or Indian groups: the last of three, the others of two. */
function isGrouped(first: string, rest: readonly string[]): boolean {
  if (first.length > 3 || first === '0' || rest.at(-1)?.length !== 3) return false
  const middle = rest.slice(0, -1)
  return (
    middle.every((group) => group.length === 3) ||
    (first.length <= 2 && middle.every((group) => group.length === 2))
  )
}

const numeralsOfHan: Readonly<Record<string, number>> = {
  〇: 0,
  零: 0,
  一: 1,
  二: 2,
  两: 2,
  兩: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
}

/** Factors of the Chinese, Japanese and Korean units, which multiply what stands before them. */
export const eastAsianUnits: Readonly<Record<string, number>> = {
  十: 10,
  百: 100,
  千: 1e3,
  万: 1e4,
  萬: 1e4,
  亿: 1e8,
  億: 1e8,
  兆: 1e12,
  십: 10,
  백: 100,
  천: 1e3,
  만: 1e4,
  억: 1e8,
  조: 1e12,
}

/** The value of Chinese numerals: 三千五百万 gives 35000000, 二〇二二 gives 2022. */
export function readHan(text: string): number {
  if (/^[〇零一二三四五六七八九]{2,}$/.test(text)) {
    return Number(Array.from(text, (sign) => numeralsOfHan[sign]).join(''))
  }
  let total = 0
  let section = 0
  let current = 0
  for (const sign of text) {
    const unit = eastAsianUnits[sign]
    if (unit === undefined) {
      current = numeralsOfHan[sign] ?? 0
    } else if (unit < 1e4) {
      section += (current === 0 ? 1 : current) * unit
      current = 0
    } else {
      const before = section + current
      // 一万亿: a unit right after a unit scales it; 三亿五千万: else it scales what stands between.
      if (before === 0 && total > 0) total *= unit
      else total += Math.max(before, 1) * unit
      section = 0
      current = 0
    }
  }
  return total + section + current
}

const romanValues: Readonly<Record<string, number>> = {
  I: 1,
  V: 5,
  X: 10,
  L: 50,
  C: 100,
  D: 500,
  M: 1000,
}

/** The value of a Roman numeral, which is taken to be well-formed. */
export function readRoman(text: string): number {
  let total = 0
  let before = 0
  for (const letter of Array.from(text).toReversed()) {
    const value = romanValues[letter] ?? 0
    total += value < before ? -value : value
    before = Math.max(before, value)
  }
  return total
}
