import { expect, test } from 'vitest'
import { readDigits, readHan, readRoman, toAsciiDigits } from '../../src/checks/digits.ts'

test.each([
  ['١٬٢٥٠ شخصا', '1٬250 شخصا'],
  ['२०२३ में', '2023 में'],
  ['３５億ドル', '35億ドル'],
  ['CO₂', 'CO2'],
  ['35 km²', '35 km²'],
])('%s reads %s', (text, ascii) => {
  expect(toAsciiDigits(text)).toBe(ascii)
})

test.each([
  ['1,250', ',', [1250]],
  ['1.250', ',', [1250, 1.25]],
  ['3.5', ',', [3.5]],
  ['3,5', '.', [3.5]],
  ['1 250 000', '\u202f', [1250000]],
  ["1'250", '’', [1250, 1.25]],
  ['12,34,567', ',', [1234567]],
  ['1.234,56', '.', [1234.56]],
  ['0,500', '.', [0.5]],
  ['24.02.2022', '.', []],
])('%s where %j groups: %j', (digits, group, values) => {
  expect(readDigits(digits, group)).toEqual(values)
})

test.each([
  ['十八', 18],
  ['三百零五', 305],
  ['两百五十万', 2_500_000],
  ['三亿五千万', 350_000_000],
  ['一万亿', 1e12],
  ['二〇二二', 2022],
])('%s is %d', (numeral, value) => {
  expect(readHan(numeral)).toBe(value)
})

test.each([
  ['XVIII', 18],
  ['XIX', 19],
  ['IV', 4],
])('%s is %d', (numeral, value) => {
  expect(readRoman(numeral)).toBe(value)
})
