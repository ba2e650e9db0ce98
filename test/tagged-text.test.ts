import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  countCharacters,
  escapeText,
  formatTagged,
  joinTagged,
  normaliseTagged,
  parseTagged,
  plainText,
  renameTags,
  replaceRanges,
  splitTagged,
  tagNames,
  unwrap,
} from '../src/tagged-text.ts'

const sentences = [
  'Kyiv woke to rain.',
  'Президент прибув до Києва.',
  'وصل الرئيس إلى كييف.',
  '乌克兰总统抵达基辅。',
  'Die Kosten: < 5 % & steigend > 2025',
  '👩‍🚒 2 saved',
]

/** Tagged texts whose tags have names of their own, nested at random. */
const tagged = fc
  .array(fc.tuple(fc.constantFrom(...sentences, ' ', 'é'), fc.nat({ max: 3 })), { maxLength: 12 })
  .map((pieces) => {
    const open: string[] = []
    let text = ''
    let number = 0
    for (const [piece, action] of pieces) {
      if (action === 1) {
        const name = `em${++number}`
        open.push(name)
        text += `<${name}>`
      }
      text += escapeText(piece)
      if (action === 2 && open.length > 0) text += `</${open.pop()}>`
    }
    return (
      text +
      open
        .reverse()
        .map((name) => `</${name}>`)
        .join('')
    )
  })

describe('parsing and formatting', () => {
  test('are each the inverse of the other', () => {
    fc.assert(
      fc.property(tagged, (text) => {
        expect(formatTagged(parseTagged(text))).toBe(text)
      }),
    )
  })

  test('plain text of any kind survives escaping', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(plainText(escapeText(text))).toBe(text)
      }),
    )
  })

  test('nested tags, entities and characters beyond the BMP', () => {
    expect(parseTagged('<a1>AT&amp;T <em1>&#x1F600;&#128512;</em1></a1>&nbsp;&quot;')).toEqual([
      { kind: 'open', name: 'a1' },
      { kind: 'text', text: 'AT&T ' },
      { kind: 'open', name: 'em1' },
      { kind: 'text', text: '😀😀' },
      { kind: 'close', name: 'em1' },
      { kind: 'close', name: 'a1' },
      { kind: 'text', text: '\u00a0"' },
    ])
  })

  test('a tag that closes itself is an empty tag', () => {
    expect(formatTagged(parseTagged('Odesa<br1/>Lviv'))).toBe('Odesa<br1></br1>Lviv')
  })

  test.each([
    ['<a1>The report', 'offset 14 of 14: <a1> is not closed'],
    ['The report</a1>', 'offset 10 of 15: </a1> closes a tag that is not open'],
    ['<a1><em1>x</a1></em1>', 'offset 10 of 21'],
    ['Tom & Jerry', 'offset 4 of 11: "& Jerry"'],
    ['5 > 3', 'offset 2 of 5'],
    ['<a1 href="javascript:x">x</a1>', 'offset 0 of 30'],
    ['<script>x</script>', 'offset 0 of 18'],
    ['fine &copy; bad', 'offset 5 of 15: &copy; is not a known entity'],
    ['&#0;', 'a numeric entity names no character'],
    ['&#xD800;', 'a numeric entity names no character'],
    ['&#x110000;', 'a numeric entity names no character'],
  ])('refuses %s', (text, message) => {
    expect(() => parseTagged(text)).toThrow(message)
    expect(() => parseTagged(text)).toThrow(expect.objectContaining({ code: 'answer' }))
  })

  test('takes 1 MB of text, of tags and of a tag that never ends in linear time', () => {
    const million = 1_000_000
    const started = performance.now()
    parseTagged('Київ '.repeat(million / 5))
    parseTagged('<em1>a</em1>'.repeat(million / 12))
    parseTagged('<a1>'.repeat(million / 9) + '</a1>'.repeat(million / 9))
    expect(() => parseTagged(`<${'a'.repeat(million)}`)).toThrow('offset 0')
    tagNames(`<${'a1'.repeat(million / 2)}`)
    const text = '<em1>Kyiv</em1> '.repeat(million / 16)
    const cuts = Array.from({ length: million / 16 }, (_, i) => 5 * (i + 1))
    expect(splitTagged(text, cuts)).toHaveLength(million / 16 + 1)
    const ranges = cuts.map((end) => ({
      range: { start: end - 5, end: end - 1 },
      name: 't1',
      content: 'Київ',
    }))
    expect(replaceRanges(text, ranges).replaced).toHaveLength(million / 16)
    expect(performance.now() - started).toBeLessThan(5_000)
  })
})

describe('what a reader sees', () => {
  test('has no tags and no entities', () => {
    expect(plainText('Read <a1>Q&amp;A</a1> at 3 &lt; 4')).toBe('Read Q&A at 3 < 4')
    expect(plainText('')).toBe('')
  })

  test('is counted in code points, tags free', () => {
    expect(countCharacters('<em1>👍 好</em1> &amp;')).toBe(5)
  })
})

describe('NFC', () => {
  test('joins letters and marks, but never a mark with the tag before it', () => {
    expect(normaliseTagged('cafe\u0301')).toBe('café')
    expect(normaliseTagged('<em1>\u0338cafe\u0301</em1>\u0338')).toBe('<em1>\u0338café</em1>\u0338')
  })
})

describe('splitting', () => {
  test('puts cuts outside of the tags they touch', () => {
    expect(splitTagged('<em1>They met.</em1> <a1>They agreed.</a1>', [10])).toEqual([
      '<em1>They met.</em1> ',
      '<a1>They agreed.</a1>',
    ])
    expect(splitTagged('<em1>They met.</em1> They agreed.', [9])).toEqual([
      '<em1>They met.</em1>',
      ' They agreed.',
    ])
  })

  test('closes a tag that spans a cut and opens it again', () => {
    expect(splitTagged('<a1>他们会面。他们<em1>达成</em1>协议。</a1>', [5])).toEqual([
      '<a1>他们会面。</a1>',
      '<a1>他们<em1>达成</em1>协议。</a1>',
    ])
  })

  test('keeps an empty tag of the article, and makes none', () => {
    expect(splitTagged('Odesa<br1></br1>Lviv', [5])).toEqual(['Odesa', '<br1></br1>Lviv'])
    expect(splitTagged('<em1>Kyiv</em1>', [0, 4])).toEqual(['', '<em1>Kyiv</em1>', ''])
    expect(splitTagged('', [0])).toEqual(['', ''])
  })

  test('and joining lose nothing, wherever the cuts are', () => {
    fc.assert(
      fc.property(tagged, fc.array(fc.nat({ max: 120 }), { maxLength: 6 }), (text, numbers) => {
        const { length } = plainText(text)
        const cuts = numbers.map((n) => Math.min(n, length)).sort((a, b) => a - b)
        const pieces = splitTagged(text, cuts)
        expect(pieces).toHaveLength(cuts.length + 1)
        expect(pieces.map(plainText).join('')).toBe(plainText(text))
        // Every piece can stand alone.
        for (const piece of pieces) parseTagged(piece)
        const joined = joinTagged(pieces)
        expect(plainText(joined)).toBe(plainText(text))
        expect(namesByCharacter(joined)).toEqual(namesByCharacter(text))
        const once = tagNames(joined)
        expect(new Set(once).size).toBe(once.length)
      }),
      { numRuns: 2000 },
    )
  })
})

/** For each character the tags it stands in. */
function namesByCharacter(text: string): readonly string[] {
  const open: string[] = []
  return parseTagged(text).flatMap((token) => {
    if (token.kind === 'open') open.push(token.name)
    else if (token.kind === 'close') open.pop()
    return token.kind === 'text' ? Array.from(token.text, () => open.toSorted().join(' ')) : []
  })
}

describe('joining', () => {
  test('makes one tag of one that was cut, white space included', () => {
    expect(joinTagged(['<a1>Они встретились.</a1> ', '<a1>Они договорились.</a1>'])).toBe(
      '<a1>Они встретились. Они договорились.</a1>',
    )
  })

  test('leaves a tag alone that only opens later in the next piece', () => {
    expect(joinTagged(['<em1>Yes</em1>', ' and <em1>no</em1>'])).toBe(
      '<em1>Yes</em1> and <em1>no</em1>',
    )
  })
})

describe('replacing ranges', () => {
  const replace = (text: string, ...ranges: [number, number, string][]): string =>
    replaceRanges(
      text,
      ranges.map(([start, end, content], i) => ({
        range: { start, end },
        name: `t${i + 1}`,
        content,
      })),
    ).text

  test('at the start, at the end and at the borders of tags', () => {
    expect(replace('Kyiv', [0, 4, 'Київ'])).toBe('<t1>Київ</t1>')
    expect(replace('<a1>Kyiv</a1> and Odesa', [0, 4, 'Київ'], [9, 14, 'Одеса'])).toBe(
      '<a1><t1>Київ</t1></a1> and <t2>Одеса</t2>',
    )
    expect(replace('In <a1>Kyiv</a1>', [3, 7, 'كييف'])).toBe('In <a1><t1>كييف</t1></a1>')
  })

  test('escapes what it puts in', () => {
    expect(replace('Marks and Spencer', [0, 17, 'M&S <Ltd>'])).toBe('<t1>M&amp;S &lt;Ltd&gt;</t1>')
  })

  test('leaves out what crosses a tag, overlaps, is empty or beyond the text', () => {
    const text = 'President <a1>Zelenskyy</a1> spoke'
    expect(replace(text, [0, 19, 'x'])).toBe(text)
    expect(replace(text, [19, 19, 'x'])).toBe(text)
    expect(replace(text, [30, 90, 'x'])).toBe(text)
    expect(replace('', [0, 0, 'x'], [0, 4, 'y'])).toBe('')
    expect(replace('New York Times', [0, 8, 'Nueva York'], [4, 14, 'x'])).toBe(
      '<t1>Nueva York</t1> Times',
    )
  })

  test('takes ranges in any order', () => {
    expect(replace('Kyiv and Odesa', [9, 14, 'Одеса'], [0, 4, 'Київ'])).toBe(
      '<t2>Київ</t2> and <t1>Одеса</t1>',
    )
  })
})

describe('tags', () => {
  test('are named in the order they open, and never found in escaped text', () => {
    expect(tagNames('<a2>x<em1/></a2> &lt;a9&gt;')).toEqual(['a2', 'em1'])
  })

  test('swap names at once', () => {
    const swap = (name: string): string => (name === 'a1' ? 'a2' : 'a1')
    expect(renameTags('<a1>x</a1><a2>y</a2>', swap)).toBe('<a2>x</a2><a1>y</a1>')
  })

  test('are removed without what they contain', () => {
    expect(unwrap('<t1>Київ</t1> і <a1>світ</a1>', (name) => name === 't1')).toBe(
      'Київ і <a1>світ</a1>',
    )
  })
})
