import { readHan, readRoman } from './digits.ts'
import { numberWords } from './number-words.ts'

const word = /[\p{L}\p{M}]+(?:['’][\p{L}\p{M}]+)*(?:-[\p{L}\p{M}]+)*/gu
const han = /([〇零一二两兩三四五六七八九十百千万萬亿億兆]+)([成割])?/g
const roman = /(?<![\p{L}\p{N}])[IVXLCDM]{1,7}(?=e\b|er\b|ème|º|ª|[^\p{L}\p{N}]|$)/gu

/** Words between the parts of one number: 'sesenta y dos'. */
const connectors = new Set('and y et und e i и й en og och och ja a kaj و'.split(' '))

/**
 * Every value the words of a text may stand for, and the values of what they add up to:
 * 'two hundred and five' gives 2, 100, 200, 5 and 205. Roman and Chinese numerals count.
 */
export function spelledNumbers(text: string, language: string): ReadonlySet<number> {
  const values = new Set<number>()
  for (const [numeral] of text.matchAll(roman)) values.add(readRoman(numeral))
  if (language === 'zh' || language === 'ja' || language === 'yue' || language === 'ko') {
    for (const [, numeral = '', tenth] of text.matchAll(han)) {
      values.add(readHan(numeral))
      // 五成 and 5割 are five tenths.
      if (tenth !== undefined) values.add(readHan(numeral) * 10)
    }
  }
  const words = numberWords(language)
  if (words === undefined) return values
  let sum = nothing
  let end = -1
  for (const match of text.matchAll(words.pattern ?? word)) {
    if (!/^[\s-]*$/.test(text.slice(Math.max(end, 0), match.index))) sum = nothing
    end = match.index + match[0].length
    const whole = words.valuesOf(match[0])
    const parts = whole.length > 0 ? [match[0]] : match[0].split('-')
    for (const part of parts) {
      const meanings = part === match[0] ? whole : words.valuesOf(part)
      for (const meaning of meanings) values.add(meaning)
      if (meanings[0] !== undefined) {
        // 'two million and three million': the second is 3,000,000, not only part of a sum.
        if (meanings[0] >= 1000) values.add(Math.max(sum.current, 1) * meanings[0])
        sum = addWord(sum, meanings[0])
        values.add(sum.total + sum.current)
      } else if (!connectors.has(part.toLowerCase())) {
        sum = nothing
      }
    }
  }
  return values
}

/** A number while its words come: two, hundred, five. */
interface Sum {
  readonly total: number
  readonly current: number
}

const nothing: Sum = { total: 0, current: 0 }

function addWord({ total, current }: Sum, value: number): Sum {
  if (value >= 1000) return { total: total + Math.max(current, 1) * value, current: 0 }
  if (value === 100 && current > 0 && current < 100) return { total, current: current * 100 }
  const isPart = value < 10 ? current % 10 === 0 : current % 100 === 0
  return { total, current: isPart ? current + value : value }
}
