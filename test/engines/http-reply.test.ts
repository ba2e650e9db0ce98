import { expect, test } from 'vitest'
import { maskKey, parseRetryAfter } from '../../src/engines/http-reply.ts'

const now = Date.parse('2026-02-24T05:00:00Z')

test.for([
  ['120', 120_000],
  [' 3 ', 3000],
  ['86400', 86_400_000],
  ['86401', undefined],
  ['1e3', undefined],
  ['1.5', undefined],
  ['-1', undefined],
  ['NaN', undefined],
  ['9'.repeat(40), undefined],
  ['Tue, 24 Feb 2026 05:01:30 GMT', 90_000],
  ['Tue, 24 Feb 2026 04:59:59 GMT', undefined],
  ['Tue, 24 Feb 2099 05:00:00 GMT', undefined],
  ['2026-02-24T05:01:30Z', undefined],
  ['tomorrow', undefined],
  ['', undefined],
] as const)('Retry-After %j is %s ms', ([header, expected]) => {
  expect(parseRetryAfter(header, now)).toBe(expected)
})

test('a key is masked whole, without its ending and percent-encoded', () => {
  const key = 'abc/def-123:fx'
  expect(maskKey(`${key} abc/def-123 abc%2Fdef-123%3Afx abc%2Fdef-123`, key)).toBe(
    '*** *** *** ***',
  )
})
