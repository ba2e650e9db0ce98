import { expect, test } from 'vitest'
import { BabelwireError, didYouMean, exitCodeOf, formatError } from '../src/errors.ts'

test('one line: where, what, how to mend it, in which code', () => {
  const error = new BabelwireError('glossary', '"qq" is not a language that is known', {
    place: { file: 'glossary.yaml', line: 12, column: 7 },
    mend: 'Write a BCP 47 tag such as es.',
  })
  expect(formatError(error)).toBe(
    'glossary.yaml:12:7  "qq" is not a language that is known  Write a BCP 47 tag such as es.  [glossary]',
  )
  expect(formatError(new BabelwireError('locked', 'another run holds the lock'))).toBe(
    'another run holds the lock  [locked]',
  )
  const noLine = new BabelwireError('config', 'cannot read', { place: { file: 'babelwire.yaml' } })
  expect(formatError(noLine)).toBe('babelwire.yaml  cannot read  [config]')
})

test('a bug says that it is one', () => {
  expect(formatError(new TypeError('x is undefined'))).toBe(
    'unexpected error: x is undefined  This is a bug in Babelwire; run again with --debug and report the output.  [bug]',
  )
  expect(formatError('thrown text')).toContain('unexpected error: thrown text')
})

test.each([
  ['usage', 2],
  ['config', 2],
  ['glossary', 2],
  ['locale', 2],
  ['input', 4],
  ['engine', 4],
  ['network', 4],
  ['answer', 4],
  ['storage', 4],
  ['budget', 5],
  ['quota', 5],
  ['auth', 6],
  ['locked', 75],
  ['cancelled', 130],
] as const)('%s ends with exit code %i', (code, expected) => {
  expect(exitCodeOf(new BabelwireError(code, 'trouble'))).toBe(expected)
})

test('anything unexpected ends with exit code 1', () => {
  expect([exitCodeOf(new Error('x')), exitCodeOf(undefined), exitCodeOf('x')]).toEqual([1, 1, 1])
})

test('the cause is kept for --debug', () => {
  const cause = new Error('ENOENT')
  expect(new BabelwireError('config', 'cannot read', { cause }).cause).toBe(cause)
})

test.each([
  ['langauges', 'languages'],
  ['Languages', 'languages'],
  ['langs', undefined],
  ['aproved', 'approved'],
  ['knd', 'kind'],
  ['too', 'to'],
  ['form', 'forms'],
  ['colour', undefined],
  ['', undefined],
])('did you mean: %s → %s', (word, expected) => {
  const known = ['languages', 'approved', 'kind', 'to', 'keep', 'forms', 'never']
  expect(didYouMean(word, known)).toBe(expected)
})
