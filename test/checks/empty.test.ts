import { expect, test } from 'vitest'
import { checkEmpty } from '../../src/checks/empty.ts'
import { translated } from './input.ts'

test.each(['', '   ', '<em1></em1>', '\u200b\u200f'])('%j shows nothing to a reader', (text) => {
  const findings = checkEmpty(translated('<em1>Breaking news</em1>', text, 'es'))
  expect(findings).toMatchObject([{ check: 'empty', severity: 'error' }])
})

test('a source without words needs none', () => {
  expect(checkEmpty(translated(' ', '', 'es'))).toEqual([])
  expect(checkEmpty(translated('Yes.', '是。', 'zh-Hans'))).toEqual([])
})
