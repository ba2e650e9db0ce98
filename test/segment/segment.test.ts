import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Block, Role } from '../../src/model.ts'
import { joinSegments, joinSentences, segmentBlock } from '../../src/segment/index.ts'
import { formatTagged, parseTagged, type Token } from '../../src/tagged-text.ts'

function block(text: string, role: Role = 'paragraph'): Block {
  return { key: 'b001', role, text, tags: {}, translate: true }
}

function sources(text: string, locale = 'en'): readonly string[] {
  return segmentBlock(block(text), locale).map(({ source }) => source)
}

describe('segmentBlock', () => {
  test('gives one segment per sentence with the white space between them', () => {
    expect(segmentBlock(block(' Kyiv woke to sirens.  Nobody was hurt.\n'), 'en')).toEqual([
      {
        key: 'b001.1',
        block: 'b001',
        role: 'paragraph',
        locale: 'en',
        source: 'Kyiv woke to sirens.',
        before: ' ',
        after: '  ',
      },
      {
        key: 'b001.2',
        block: 'b001',
        role: 'paragraph',
        locale: 'en',
        source: 'Nobody was hurt.',
        after: '\n',
      },
    ])
  })

  test.each<[string, readonly string[]]>([
    [
      'He met <a1>Mr. Smith. They</a1> talked.',
      ['He met <a1>Mr. Smith.</a1>', '<a1>They</a1> talked.'],
    ],
    ['<em1>It is over. </em1>Nobody was hurt.', ['<em1>It is over. </em1>', 'Nobody was hurt.']],
    ['It is over.<em1> Nobody was hurt.</em1>', ['It is over.', '<em1> Nobody was hurt.</em1>']],
    [
      '<a1>It is <em1>over. Nobody</em1> was</a1> hurt.',
      ['<a1>It is <em1>over.</em1></a1>', '<a1><em1>Nobody</em1> was</a1> hurt.'],
    ],
    ['Profits at AT&amp;T rose. Shares fell.', ['Profits at AT&amp;T rose.', 'Shares fell.']],
    ['Run <code1>a.b. C. D.</code1> now. Stop.', ['Run <code1>a.b. C. D.</code1> now.', 'Stop.']],
    ['It is over.<br1></br1> Nobody was hurt.', ['It is over.', '<br1></br1> Nobody was hurt.']],
  ])('keeps every segment of %j balanced', (text, expected) => {
    expect(sources(text)).toEqual(expected)
  })

  test.each<Role>(['headline', 'heading', 'caption', 'credit'])('leaves a %s whole', (role) => {
    const text = 'War in Ukraine. Day 1,000. Photo: A. Smith'
    expect(segmentBlock(block(text, role), 'en').map(({ source }) => source)).toEqual([text])
  })

  test('leaves a block whole in which a tag name comes twice', () => {
    const text = '<em1>It is over.</em1> <em1>Nobody was hurt.</em1>'
    expect(sources(text)).toEqual([text])
    expect(joinSegments(segmentBlock(block(text), 'en'))).toBe(text)
  })

  test('gives no segment of an empty block and one of a blank block', () => {
    expect(sources('')).toEqual([])
    expect(sources(' \u00a0\n')).toEqual([' \u00a0\n'])
  })

  test('refuses what is not tagged text', () => {
    expect(() => sources('It is <b>over. Nobody was hurt.')).toThrow(/malformed tagged text/)
    expect(() => sources('5 > 4. It is over.')).toThrow(/malformed tagged text/)
  })

  test('takes no more than linear time over 100,000 sentences', () => {
    const text = `<em1>${'The talks lasted 3.5 hours. '.repeat(100_000)}</em1>`
    const begin = performance.now()
    const segments = segmentBlock(block(text), 'en')
    expect(segments).toHaveLength(100_000)
    expect(joinSegments(segments)).toBe(text)
    // Quadratic work takes minutes; a busy machine takes a few seconds.
    expect(performance.now() - begin).toBeLessThan(20_000)
  })
})

describe('joinSentences', () => {
  const english = segmentBlock(block('It is over. Nobody was hurt.'), 'en')
  const chinese = segmentBlock(block('战争结束了。没有人受伤。'), 'zh-Hans')

  test.each<[string, readonly string[], typeof english, string]>([
    ['es', ['Se acabó.', 'Nadie resultó herido.'], english, 'Se acabó. Nadie resultó herido.'],
    ['zh-Hans', ['战争结束了。', '没有人受伤。'], english, '战争结束了。没有人受伤。'],
    [
      'ja',
      ['<em1>終わった。</em1>', '負傷者はいない。'],
      english,
      '<em1>終わった。</em1>負傷者はいない。',
    ],
    ['th', ['มันจบแล้ว', 'ไม่มีใครบาดเจ็บ'], english, 'มันจบแล้ว ไม่มีใครบาดเจ็บ'],
    ['zh-Hans', ['It is over.', 'No one hurt.'], english, 'It is over. No one hurt.'],
    ['en', ['It is over.', 'Nobody was hurt.'], chinese, 'It is over. Nobody was hurt.'],
    ['ja', ['終わった。', '負傷者はいない。'], chinese, '終わった。負傷者はいない。'],
  ])('puts the sentences together for %s: %j', (target, texts, segments, expected) => {
    expect(joinSentences(texts, segments, target)).toBe(expected)
  })

  test('makes one tag of a tag that a cut took in two', () => {
    const segments = segmentBlock(block('<a1>It is over. Nobody</a1> was hurt.'), 'en')
    const texts = ['<a1>Es ist vorbei.</a1>', '<a1>Niemand</a1> wurde verletzt.']
    expect(joinSentences(texts, segments, 'de')).toBe(
      '<a1>Es ist vorbei. Niemand</a1> wurde verletzt.',
    )
  })
})

const words = [
  ...['Kyiv', 'fell.', 'Mr.', 'U.S.', 'He', '“Why?”', 'asked', '5', 'p.m.', '…', '!', '«', '»'],
  ...[
    '他说。',
    '“好。”',
    '「行く。」',
    'と',
    'قال.',
    'है।',
    '😀',
    '𝔘.',
    '<',
    '&',
    '>',
    '(',
    ')',
    '"',
    'e\u0301.',
  ],
]
const spaces = ['', '', ' ', ' ', '  ', '\n', '\n\n', '\t', '\u00a0', '\u3000', '\u2028', '\u202f']
const plainPart = fc
  .array(fc.tuple(fc.constantFrom(...words), fc.constantFrom(...spaces)), { maxLength: 6 })
  .map((parts) => parts.flat().join(''))
const anyPart = fc.oneof(
  { weight: 6, arbitrary: plainPart },
  { weight: 2, arbitrary: fc.constantFrom(...spaces) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 8 }) },
)

type Tree = string | readonly Tree[]
const { tree } = fc.letrec<{ tree: Tree }>((tie) => ({
  tree: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    anyPart,
    fc.array(tie('tree'), { maxLength: 5 }),
  ),
}))

/** Tagged text of a tree: each inner array is a tag; `names` gives the next name. */
function tokensOf(node: Tree, name: () => string): readonly Token[] {
  if (typeof node === 'string') return node === '' ? [] : [{ kind: 'text', text: node }]
  const own = name()
  return [
    { kind: 'open', name: own },
    ...node.flatMap((child) => tokensOf(child, name)),
    { kind: 'close', name: own },
  ]
}

function counter(limit: number, tags: readonly string[]): () => string {
  let n = 0
  return () => `${tags[n % tags.length]}${(n++ % limit) + 1}`
}

const taggedText = fc
  .tuple(
    fc.array(tree, { maxLength: 8 }),
    fc.constantFrom(Infinity, Infinity, Infinity, 2),
    fc.constantFrom(['em'], ['a', 'em'], ['em', 'code']),
  )
  .map(([nodes, limit, tags]) => {
    const name = counter(limit, tags)
    return formatTagged(nodes.flatMap((node) => tokensOf(node, name)))
  })
const locales = fc.constantFrom('en', 'fr', 'de', 'ru', 'zh-Hans', 'ja', 'ko', 'ar', 'hi', 'th')

describe('any tagged text', () => {
  test('is the same again after segmenting and joining', () => {
    fc.assert(
      fc.property(taggedText, locales, (text, locale) => {
        const joined = joinSegments(segmentBlock(block(text), locale))
        expect(joined).toBe(formatTagged(parseTagged(text)))
      }),
      { numRuns: 5000 },
    )
  })

  test('gives balanced segments whose white space is only white space', () => {
    fc.assert(
      fc.property(taggedText, locales, (text, locale) => {
        for (const { source, before = ' ', after = ' ' } of segmentBlock(block(text), locale)) {
          parseTagged(source)
          expect(source).not.toBe('')
          expect(`${before}${after}`).toMatch(/^\s+$/)
        }
      }),
      { numRuns: 5000 },
    )
  })
})
