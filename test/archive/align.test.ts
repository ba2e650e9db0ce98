import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { alignBlocks, blockKey } from '../../src/archive/index.ts'
import type { Block, Role } from '../../src/model.ts'

/** A body as a reader makes it: numbered from 1 whatever came before. */
function body(...texts: readonly string[]): readonly Block[] {
  return texts.map((text, i) => blockOf(blockKey(i + 1), text))
}

function blockOf(key: string, text: string, role: Role = 'paragraph'): Block {
  return { key, role, text, tags: {}, translate: true }
}

/** The keys of a second revision whose first one was `before`. */
function keysAfter(before: readonly string[], after: readonly string[]): string {
  const first = alignBlocks([], body(...before), 1)
  const { blocks } = alignBlocks(first.blocks, body(...after), first.nextFree)
  expect(blocks.map((block) => block.text)).toEqual(after)
  return blocks.map((block) => block.key).join(' ')
}

const rain = 'Rain fell on Kyiv for a third day on Monday, the weather office said.'
const port = 'The port of Odesa stayed closed to ships because of high waves.'
const trains = 'Trains to Lviv and Przemyśl ran two hours late after a power cut.'
const schools = 'Schools in Kharkiv will open again on Thursday, the mayor told reporters.'
const fire = 'Firefighters saved 12 people from a burning block of flats in Dnipro.'

describe('blocks keep their keys', () => {
  test('when nothing changed', () => {
    expect(keysAfter([rain, port, trains], [rain, port, trains])).toBe('b001 b002 b003')
  })

  test('when a word or a number is corrected', () => {
    const edited = rain.replace('third', 'fourth')
    const corrected = fire.replace('12', '14')
    expect(keysAfter([rain, port, fire], [edited, port, corrected])).toBe('b001 b002 b003')
  })

  test('when one is inserted at the start, in the middle or at the end', () => {
    expect(keysAfter([rain, port], [fire, rain, port])).toBe('b003 b001 b002')
    expect(keysAfter([rain, port], [rain, fire, port])).toBe('b001 b003 b002')
    expect(keysAfter([rain, port], [rain, port, fire])).toBe('b001 b002 b003')
  })

  test('when one is deleted', () => {
    expect(keysAfter([rain, port, trains], [rain, trains])).toBe('b001 b003')
  })

  test('when they are moved or put in reverse order', () => {
    expect(keysAfter([rain, port, trains], [trains, rain, port])).toBe('b003 b001 b002')
    expect(keysAfter([rain, port, trains], [trains, port, rain])).toBe('b003 b002 b001')
  })

  test('when one is moved and another edited in one revision', () => {
    const edited = port.replace('high waves', 'heavy storms')
    expect(keysAfter([rain, port, trains, schools], [schools, rain, edited, trains])).toBe(
      'b004 b001 b002 b003',
    )
  })

  test('when forty live updates are put above them and one of them is edited', () => {
    const updates = Array.from({ length: 40 }, (_, i) => `Update ${i}: air raid alert number ${i}.`)
    const edited = port.replace('high', 'very high')
    const keys = keysAfter([rain, port, trains], [...updates, rain, edited, trains]).split(' ')
    expect(keys.slice(40)).toEqual(['b001', 'b002', 'b003'])
    expect(keys[0]).toBe('b004')
  })

  test('of the two that are equally like it, a block takes the key of the nearer one', () => {
    const before = ['Gate 2 is closed now.', rain, 'Gate 3 is closed now.']
    expect(keysAfter(before, [rain, 'Gate 9 is closed now.'])).toBe('b002 b003')
  })

  test('in Chinese, Arabic, Hindi and Thai too', () => {
    expect(
      keysAfter(
        ['乌克兰总统周一抵达基辅。', '敖德萨港口因大浪关闭。'],
        ['乌克兰总统周二抵达基辅。', '敖德萨港口因大浪重新关闭。'],
      ),
    ).toBe('b001 b002')
    expect(
      keysAfter(
        ['هطل المطر على كييف لليوم الثالث.', 'بقي ميناء أوديسا مغلقا أمام السفن.'],
        ['هطل المطر على كييف لليوم الرابع.', 'بقي ميناء أوديسا مغلقا أمام جميع السفن.'],
      ),
    ).toBe('b001 b002')
    expect(keysAfter(['कीव में तीसरे दिन बारिश हुई।'], ['कीव में चौथे दिन बारिश हुई।'])).toBe('b001')
    expect(keysAfter(['ฝนตกในเคียฟเป็นวันที่สาม'], ['ฝนตกในเคียฟเป็นวันที่สี่'])).toBe('b001')
  })
})

describe('a block gets a new number', () => {
  test('when everything is new', () => {
    expect(keysAfter([rain, port], [trains, fire])).toBe('b003 b004')
  })

  test('when its role changed', () => {
    const { blocks } = alignBlocks(body(rain), [blockOf('b001', rain, 'quote')], 2)
    expect(blocks[0]?.key).toBe('b002')
  })

  test('for the smaller half of a paragraph that was split', () => {
    const whole = `${rain} ${schools}`
    expect(keysAfter([port, whole], [port, schools, rain])).toBe('b001 b003 b002')
  })

  test('not when two are merged: the larger part gives its key', () => {
    expect(
      keysAfter([rain, 'Schools stay shut.', port], [`${rain} Schools stay shut.`, port]),
    ).toBe('b001 b003')
  })

  test('when it is like an edited one but less so than the edited one itself', () => {
    const similar = 'Rain fell on Kyiv on Sunday, and the weather office said more will come.'
    const edited = rain.replace('third', 'fourth')
    expect(keysAfter([rain, port], [similar, edited, port])).toBe('b003 b001 b002')
  })
})

describe('equal paragraphs', () => {
  test('keep their keys in order', () => {
    const ad = 'Advertisement'
    expect(keysAfter([rain, ad, port, ad], [rain, ad, port, ad])).toBe('b001 b002 b003 b004')
    expect(keysAfter([ad, rain, ad], [ad, ad, ad, rain])).toBe('b001 b003 b004 b002')
    expect(keysAfter([ad, ad, ad], [ad])).toBe('b001')
  })

  test('without a word in them too', () => {
    expect(keysAfter(['* * *', rain], ['* * *', '—', rain])).toBe('b001 b003 b002')
  })
})

describe('headline and summary', () => {
  const title = blockOf('title', 'Kyiv under water', 'headline')
  const summary = blockOf('summary', 'A third day of rain.', 'summary')

  test('keep their names, whatever they say', () => {
    const next = [
      { ...title, text: 'Odesa port reopens' },
      { ...summary, text: port },
    ]
    const { blocks, nextFree } = alignBlocks([title, summary, ...body(rain)], next, 2)
    expect(blocks).toEqual(next)
    expect(nextFree).toBe(2)
  })

  test('may come and go, and never give their names away', () => {
    const { blocks } = alignBlocks([title, summary, ...body(rain)], [title, ...body(rain)], 2)
    expect(blocks.map((block) => block.key)).toEqual(['title', 'b001'])
    const moved = alignBlocks([title, summary], [title, ...body(summary.text)], 1)
    expect(moved.blocks.map((block) => block.key)).toEqual(['title', 'b001'])
  })
})

test('a number is never used twice over any number of revisions', () => {
  const paragraph = fc.constantFrom(rain, port, trains, schools, fire, `${rain} ${port}`, '* * *')
  const revision = fc.array(paragraph, { maxLength: 8 })
  fc.assert(
    fc.property(fc.array(revision, { maxLength: 8 }), (revisions) => {
      let previous: readonly Block[] = []
      let free = 1
      const retired = new Set<string>()
      for (const texts of revisions) {
        const { blocks, nextFree } = alignBlocks(previous, body(...texts), free)
        const keys = blocks.map((block) => block.key)
        expect(new Set(keys).size).toBe(keys.length)
        expect(keys.filter((key) => retired.has(key))).toEqual([])
        const before = new Set(previous.map((block) => block.key))
        const added = keys.filter((key) => !before.has(key))
        expect(added).toEqual(Array.from({ length: nextFree - free }, (_, i) => blockKey(free + i)))
        for (const key of before) if (!keys.includes(key)) retired.add(key)
        previous = blocks
        free = nextFree
      }
    }),
  )
})

test('5,000 paragraphs, all edited or all equal, are aligned within seconds', () => {
  const text = (i: number, edit: string): string =>
    `Witness ${i} told ${edit} court ${i % 97} of the night of the attack in ${i % 31} words.`
  const before = body(...Array.from({ length: 5000 }, (_, i) => text(i, 'the')))
  const after = body(...Array.from({ length: 5000 }, (_, i) => text(i, 'a')))
  const started = performance.now()
  const { blocks, nextFree } = alignBlocks(before, after, 5001)
  expect(nextFree).toBe(5001)
  expect(blocks.map((block) => block.key)).toEqual(before.map((block) => block.key))
  const equal = body(...Array.from({ length: 5000 }, () => rain))
  expect(alignBlocks(equal, equal, 5001).nextFree).toBe(5001)
  expect(performance.now() - started).toBeLessThan(10_000)
})
