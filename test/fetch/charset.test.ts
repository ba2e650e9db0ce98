import { describe, expect, it } from 'vitest'
import { decodeBytes } from '../../src/fetch/charset.ts'
import { formatError } from '../../src/errors.ts'
import { legacyBytes } from '../support/legacy-bytes.ts'

const sentences = {
  'windows-1251':
    'Президент України Володимир Зеленський прибув до Одеси. «Ми відновимо порт», — сказав він.',
  'koi8-u': 'Президент Украины прибыл в Одессу в пятницу вечером, сообщили в его канцелярии.',
  'windows-1252':
    'Der Präsident kam am späten Freitag in Odessa an. Le maire a déjà été reçu à l’Élysée – bientôt.',
  gb18030: '乌克兰总统泽连斯基周五抵达敖德萨，他说港口将在一个月内重新开放。',
  shift_jis: 'ウクライナの大統領は金曜日にオデーサに到着し、港は一か月以内に再開されると述べた。',
  'euc-jp': 'ウクライナの大統領は金曜日にオデーサに到着し、港は一か月以内に再開されると述べた。',
  'euc-kr':
    '우크라이나 대통령은 금요일 오데사에 도착해 항구가 한 달 안에 다시 열릴 것이라고 말했다.',
  big5: '烏克蘭總統週五抵達敖德薩，他說港口將在一個月內重新開放，並與市長會面。',
} as const

const article = (text: string, head = ''): string =>
  `<!doctype html><html><head>${head}<title>News</title></head><body><p>${text}</p></body></html>`

const name = 'page.html'

describe('decodeBytes', () => {
  it.each(Object.entries(sentences))('guesses %s where nothing is declared', (charset, text) => {
    const bytes = legacyBytes(article(text), charset)
    expect(decodeBytes(bytes, { name })).toEqual({ text: article(text), charset })
  })

  it.each(Object.entries(sentences))('believes a header that says %s', (charset, text) => {
    const bytes = legacyBytes(text, charset)
    const contentType = `text/html; charset="${charset.toUpperCase()}"`
    expect(decodeBytes(bytes, { name, contentType })).toEqual({ text, charset })
  })

  it.each([
    ['a meta element', article(sentences['windows-1251'], '<meta charset=windows-1251>')],
    [
      'an http-equiv element',
      article(
        sentences['windows-1251'],
        `<META HTTP-EQUIV='Content-Type' CONTENT='text/html; charset=cp1251'>`,
      ),
    ],
    [
      'an XML declaration',
      `<?xml version="1.0" encoding="windows-1251"?><rss>${sentences['windows-1251']}</rss>`,
    ],
  ])('reads the encoding in %s', (_, text) => {
    expect(decodeBytes(legacyBytes(text, 'windows-1251'), { name })).toEqual({
      text,
      charset: 'windows-1251',
    })
  })

  it.each(Object.entries(sentences))('does not believe that %s is UTF-8', (charset, text) => {
    const bytes = legacyBytes(article(text), charset)
    expect(decodeBytes(bytes, { name, contentType: 'text/html; charset=utf-8' }).text).toBe(
      article(text),
    )
  })

  it('does not believe a server that calls every page ISO-8859-1', () => {
    const contentType = 'text/html; charset=ISO-8859-1'
    for (const charset of ['windows-1251', 'gb18030'] as const) {
      const bytes = legacyBytes(article(sentences[charset]), charset)
      expect(decodeBytes(bytes, { name, contentType })).toMatchObject({ charset })
    }
    const utf8 = new TextEncoder().encode(article(sentences['windows-1252']))
    expect(decodeBytes(utf8, { name, contentType })).toMatchObject({ charset: 'utf-8' })
  })

  it.each(Object.values(sentences))(
    'reads UTF-8 that is declared as something else: %s',
    (text) => {
      const bytes = new TextEncoder().encode(text)
      for (const charset of ['gbk', 'windows-1251', 'shift_jis', 'euc-kr']) {
        const contentType = `text/html; charset=${charset}`
        expect(decodeBytes(bytes, { name, contentType })).toEqual({ text, charset: 'utf-8' })
      }
    },
  )

  it('reads Chinese that is declared as GB2312 and could be UTF-8 by chance', () => {
    const bytes = legacyBytes('魔', 'gb18030')
    expect(new TextDecoder('utf-8', { fatal: true }).decode(bytes)).toBe('ħ')
    const contentType = 'text/plain; charset=gb2312'
    expect(decodeBytes(bytes, { name, contentType }).text).toBe('魔')
  })

  it('takes off a byte order mark, which outranks the header', () => {
    const contentType = 'text/html; charset=windows-1251'
    const utf8 = new TextEncoder().encode('\ufeffКиїв')
    expect(decodeBytes(utf8, { name, contentType })).toEqual({ text: 'Київ', charset: 'utf-8' })
    const utf16 = Buffer.from('\ufeffКиїв', 'utf16le')
    expect(decodeBytes(utf16, { name })).toEqual({ text: 'Київ', charset: 'utf-16le' })
    expect(decodeBytes(utf16.swap16(), { name })).toEqual({ text: 'Київ', charset: 'utf-16be' })
  })

  it('tells one accented letter in a long page of ASCII', () => {
    const text = article(`${'The river rose in the night. '.repeat(4000)} The mayor of Malmö came.`)
    const read = decodeBytes(legacyBytes(text, 'windows-1252'), { name })
    expect(read.charset).toBe('windows-1252')
    expect(read.text.includes('Malmö')).toBe(true)
  })

  it('does not trip over a letter that the end of its sample cuts in two', () => {
    for (const padding of ['', 'O', 'Od', 'Ode']) {
      const text = padding + sentences.shift_jis.repeat(1000)
      const bytes = legacyBytes(text, 'shift_jis')
      const read = decodeBytes(bytes, { name })
      expect(read.charset).toBe('shift_jis')
      expect(read.text === text).toBe(true)
    }
  })

  it('ignores an encoding that nobody knows', () => {
    const bytes = legacyBytes(sentences['windows-1251'], 'windows-1251')
    const contentType = 'text/html; charset=utf-7'
    expect(decodeBytes(bytes, { name, contentType })).toMatchObject({ charset: 'windows-1251' })
  })

  it('refuses what is no text, and says how to mend it', () => {
    const noise = Uint8Array.from({ length: 512 }, (_, index) => (index * 89) % 256)
    let trouble = ''
    try {
      decodeBytes(noise, { name, contentType: 'text/html; charset=utf-8' })
    } catch (error) {
      trouble = formatError(error)
    }
    expect(trouble).toMatch(/^page\.html {2}its encoding cannot be told.*iconv.*\[input\]$/)
  })
})
