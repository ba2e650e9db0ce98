import { beforeAll, expect, test } from 'vitest'
import { measureInflection, type Measured } from './inflection-measure.ts'

let unseen: readonly Measured[]
let tuning: readonly Measured[]

beforeAll(() => {
  unseen = measureInflection('unseen').rows
  tuning = measureInflection('tuning').rows
})

const sum = (rows: readonly Measured[], of: (row: Measured) => number): number =>
  rows.reduce((total, row) => total + of(row), 0)

test('there are sentences for at least ten languages, twenty-five of each kind', () => {
  expect(unseen.length).toBeGreaterThanOrEqual(10)
  for (const [i, row] of unseen.entries()) {
    expect(row.named + (tuning[i]?.named ?? 0)).toBeGreaterThanOrEqual(25)
    expect(row.others + (tuning[i]?.others ?? 0)).toBeGreaterThanOrEqual(25)
  }
})

test.each(['unseen', 'both'])('at least 97 % of the names are known: %s', (half) => {
  const rows = half === 'unseen' ? unseen : [...unseen, ...tuning]
  const recall = sum(rows, (row) => row.known) / sum(rows, (row) => row.named)
  expect([recall >= 0.97, rows.flatMap((row) => row.misses)]).toEqual([true, expect.anything()])
})

test('the dictionary form alone would miss more than half of them', () => {
  const rows = [...unseen, ...tuning]
  expect(sum(rows, (row) => row.exact) / sum(rows, (row) => row.named)).toBeLessThan(0.5)
})

test.each(['unseen', 'both'])('at most 0.2 %% of the pairs are false hits: %s', (half) => {
  const rows = half === 'unseen' ? unseen : [...unseen, ...tuning]
  const pairs = sum(rows, (row) => row.pairs + row.others)
  const hits = rows.flatMap((row) => [...row.falseHits, ...row.mistakes])
  expect(pairs).toBeGreaterThan(25_000)
  expect([hits.length / pairs <= 0.002, hits]).toEqual([true, expect.anything()])
})

test('of names chosen for their likeness at most 1 % are taken for another', () => {
  const rows = [...unseen, ...tuning]
  const mistakes = rows.flatMap((row) => row.mistakes)
  const share = mistakes.length / sum(rows, (row) => row.others)
  expect([share <= 0.01, mistakes]).toEqual([true, expect.anything()])
})
