import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { BabelwireError, formatError } from '../../src/errors.ts'
import { markdownReader } from '../../src/ingest/markdown.ts'
import type { Reading } from '../../src/ingest/reader.ts'

const sample = new URL('../articles/polish-front-matter/input.md', import.meta.url)

const read = (text: string): Reading => markdownReader.read({ name: 'port.md', text })
const texts = (text: string): readonly string[] => read(text).blocks.map((block) => block.text)

function refusal(text: string): string {
  try {
    read(text)
  } catch (error) {
    expect(error).toBeInstanceOf(BabelwireError)
    return formatError(error)
  }
  return 'it was read'
}

describe('markdownReader', () => {
  it.each([
    ['port.md', 'The port opens.', true],
    ['-', '---\ntitle: Port\n---\nThe port opens.', true],
    ['-', '# Порт\n\nПорт [відкрито](https://port.example).', true],
    ['-', '# 港口\n\n- 两条船', true],
    ['-', 'The port opens.\n\n- two ships\n- one boat', false],
    ['-', '---\nThe port opens.\n---\n', false],
    ['-', '#1 is the port of Lowport.', false],
  ])('recognises %s with %j: %s', (name, text, expected) => {
    expect(markdownReader.recognises({ name, text })).toBe(expected)
  })

  it('reads the metadata of the front matter', () => {
    expect(read(readFileSync(sample, 'utf8'))).toMatchObject({
      id: 'tramwaj-most-grunwaldzki',
      title: 'Tramwaj wraca na most Grunwaldzki',
      byline: 'Marta Wilk, Jan Sroka',
      locale: 'pl',
      published: '2026-04-07T06:15:00+02:00',
      updated: '2026-04-07T11:40:00+02:00',
    })
  })

  it('gives each part its role, and keeps code and what must not be translated', () => {
    const { blocks } = read(readFileSync(sample, 'utf8'))
    expect(blocks.map(({ role, translate }) => (translate ? role : `${role}, kept`))).toEqual([
      ...['summary', 'headline', 'paragraph', 'quote', 'caption', 'credit, kept', 'heading'],
      ...['item', 'item', 'item', 'item', 'item', 'item', 'item', 'item', 'quote', 'paragraph'],
      ...['paragraph, kept', 'paragraph, kept', 'paragraph', 'item'],
    ])
    expect(blocks.find(({ text }) => text.includes('curl'))?.text).toBe(
      '<code1>curl https://rozklad.example/3\necho "gotowe"</code1>',
    )
    expect(blocks.map(({ text }) => text).join(' ')).not.toMatch(/alert|2050|↩/)
  })

  it('never lets a link or an element through that a page could not have', () => {
    const { blocks } = read('See [the map](javascript:alert(1)) <b onclick="x()">now</b>.')
    expect(blocks).toMatchObject([{ text: 'See the map <strong1>now</strong1>.' }])
    expect(Object.values(blocks[0]?.tags ?? {})).toEqual([{ element: 'strong' }])
  })

  it('holds back a draft', () => {
    expect(read('---\ndraft: true\n---\nA.').status).toBe('withheld')
    expect(read('---\nstatus: draft\n---\nA.').status).toBe('withheld')
    expect(read('---\npublished: false\n---\nA.').status).toBe('withheld')
    expect(read('---\nstatus: published\n---\nA.').status).toBeUndefined()
  })

  it('prefers the stated title to another first-level heading', () => {
    const { blocks } = read('---\ntitle: Der Hafen\n---\n# Die Geschichte\n\nEr öffnet wieder.')
    expect(blocks.map(({ role }) => role)).toEqual(['heading', 'paragraph'])
  })

  it('joins wrapped Chinese lines without a space, but not those of code', () => {
    expect(texts('渔港周六\n启用。\n\n```\n渔港\n启用\n```')).toEqual([
      '渔港周六启用。',
      '<code1>渔港\n启用</code1>',
    ])
  })

  it.each([
    ['---\ntitle: [Port\n---\nA.', /^port\.md:[23]:\d+ {2}not valid YAML/],
    ['---\ntitle: Port\nlang: klingonish\n---\nA.', /^port\.md:3:1 {2}"klingonish" is not a lang/],
    ['---\ntitle: Port\ndate: yesterday\n---\nA.', /^port\.md:3:1 {2}"yesterday" is not a date/],
    ['---\ntitle: Port\ntitle: Hafen\n---\nA.', /^port\.md:3:1 {2}the key "title" stands twice/],
    ['---\ntitle: Port\n\nThe port opens.', /^port\.md:1:1 {2}the front matter has no end/],
  ])('refuses %j with the place', (text, message) => {
    expect(refusal(text)).toMatch(message)
  })

  it.each([
    ['deep quotes', '> '.repeat(100_000) + 'The port opens.'],
    ['deep lists', '- '.repeat(100_000) + 'The port opens.'],
    ['open links', '[a](b'.repeat(20_000)],
    ['brackets', `${'['.repeat(100_000)} The port opens.`],
  ])('survives %s', (_, text) => {
    // Work of this thread, not time on the clock: other programs share the machine.
    const { user } = process.threadCpuUsage()
    expect(read(text).blocks).not.toHaveLength(0)
    expect(process.threadCpuUsage().user - user).toBeLessThan(8_000_000)
  })
})
