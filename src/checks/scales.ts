import { eastAsianUnits } from './digits.ts'
import { shortScales } from './number-context.ts'
import { numberWords } from './number-words.ts'

const unit = /^\s?(?:多|余|餘|几|幾|数|數|여)?\s?([十百千万萬亿億兆천백만억조]+)(?![分米克瓦佛])/
const scaleWord = /^[\s\u00a0\u202f-]{0,2}([\p{L}\p{M}]+)(\.)?/u
const thaiWords = /^\s?(?:กว่า)?\s?(ล้านล้าน|พันล้าน|หมื่นล้าน|แสนล้าน|ล้าน|แสน|หมื่น|พัน)/
const thai: Readonly<Record<string, number>> = { ล้าน: 1e6, แสน: 1e5, หมื่น: 1e4, พัน: 1e3 }

/** What the words after a number multiply it by. */
export interface Scale {
  /** 1 where there are none. */
  readonly factor: number
  readonly end: number
  /** False where the word may be something else: the `m` of '3 m' may be metres. */
  readonly isSure: boolean
}

/** The product of the scale words after a number: 3 500 'mil millones' is a thousand million. */
export function scaleAfter(text: string, start: number, language: string): Scale {
  let after = text.slice(start, start + 40)
  const units = unit.exec(after)
  if (units !== null) {
    const factor = Array.from(units[1] ?? '').reduce(
      (f, sign) => f * (eastAsianUnits[sign] ?? 1),
      1,
    )
    return { factor, end: start + units[0].length, isSure: factor >= 1e4 }
  }
  if (language === 'th') {
    const words = thaiWords.exec(after)
    const factor = (words?.[1]?.match(/ล้าน|แสน|หมื่น|พัน/g) ?? []).reduce(
      (f, w) => f * (thai[w] ?? 1),
      1,
    )
    return { factor, end: start + (words?.[0].length ?? 0), isSure: true }
  }
  const words = numberWords(language)
  let factor = 1
  let end = start
  let isSure = true
  for (;;) {
    const match = scaleWord.exec(after)
    const [found = '', one = '', period = ''] = match ?? []
    const value = words?.valuesOf(one).find((each) => each >= 1000)
    const short = factor === 1 ? shortScales[one.toLowerCase()] : undefined
    if (value === undefined && short === undefined) break
    if (value === undefined) isSure = false
    factor *= value ?? short ?? 1
    end += found.length - period.length
    after = text.slice(end, end + 40)
  }
  return { factor, end, isSure }
}
