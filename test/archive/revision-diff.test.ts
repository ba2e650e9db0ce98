import { describe, expect, test } from 'vitest'
import { alignBlocks, blockKey } from '../../src/archive/index.ts'
import { diffRevisions } from '../../src/archive/revision-diff.ts'
import type { Block } from '../../src/model.ts'

function body(texts: readonly string[]): readonly Block[] {
  return texts.map((text, i) => ({
    key: blockKey(i + 1),
    role: 'paragraph',
    text,
    tags: {},
    translate: true,
  }))
}

/** What became of each block: `b001 edited`. */
function changes(before: readonly string[], after: readonly string[]): readonly string[] {
  const first = alignBlocks([], body(before), 1)
  const second = alignBlocks(first.blocks, body(after), first.nextFree)
  return diffRevisions(first.blocks, second.blocks).map(({ key, kind, from }) =>
    [key, kind, ...from].join(' '),
  )
}

const rain = 'Rain fell on Kyiv for a third day on Monday, the weather office said.'
const port = 'The port of Odesa stayed closed to ships because of high waves.'
const trains = 'Trains to Lviv and Przemyśl ran two hours late after a power cut.'
const school = 'Schools in Kharkiv will open again on Thursday, the mayor told reporters.'

describe('what became of each block', () => {
  test('nothing', () => {
    expect(changes([rain, port], [rain, port])).toEqual(['b001 unchanged', 'b002 unchanged'])
  })

  test('a word was changed', () => {
    expect(changes([rain, port], [rain.replace('third', 'fourth'), port])).toEqual([
      'b001 edited',
      'b002 unchanged',
    ])
  })

  test.each([
    [
      'curly quotation marks',
      'He said "we are ready" on Monday night.',
      'He said “we are ready” on Monday night.',
    ],
    [
      'markup',
      'The report was published by the council.',
      'The <em1>report</em1> was published by the council.',
    ],
    [
      'white space',
      'Ships wait at the port of Odesa again.',
      'Ships wait  at the port of\u00a0Odesa again.',
    ],
    [
      'marks of another kind',
      'Він сказав: «Ми готові», і пішов.',
      'Він сказав: “Ми готові”, і пішов.',
    ],
  ])('%s alone restyle it', (_, before, after) => {
    expect(changes([before, port], [after, port])).toEqual(['b001 restyled', 'b002 unchanged'])
  })

  test('one was moved: the others stayed', () => {
    expect(changes([rain, port, trains, school], [school, rain, port, trains])).toEqual([
      'b004 moved',
      'b001 unchanged',
      'b002 unchanged',
      'b003 unchanged',
    ])
  })

  test('one was inserted and one deleted', () => {
    expect(changes([rain, port, trains], [rain, school, trains])).toEqual([
      'b001 unchanged',
      'b002 deleted',
      'b004 inserted',
      'b003 unchanged',
    ])
  })

  test('a paragraph was split in two', () => {
    expect(changes([`${rain} ${port}`, trains], [rain, port, trains])).toEqual([
      'b001 edited',
      'b003 split b001',
      'b002 unchanged',
    ])
  })

  test('two paragraphs were merged', () => {
    expect(changes([rain, port, trains], [`${rain} ${port}`, trains])).toEqual([
      'b001 merged b002',
      'b003 unchanged',
    ])
  })

  test('in Chinese, where words are not spaced', () => {
    const [a, b] = ['气象局表示，周一基辅连续第三天下雨。', '敖德萨港因风浪过大继续对船只关闭。']
    expect(changes([`${a}${b}`], [a, b])).toEqual(['b002 split b001', 'b001 edited'])
    expect(changes([a, b], [b, a])).toEqual(['b002 moved', 'b001 unchanged'])
  })

  test('all of it is another story', () => {
    expect(changes([rain], [school])).toEqual(['b001 deleted', 'b002 inserted'])
  })
})
