import { readFileSync, readdirSync } from 'node:fs'
import { afterEach, describe, expect, it } from 'vitest'
import { messageFile, shippedMessages } from '../../src/site/message-file.ts'
import { openMessages } from '../../src/site/messages.ts'
import { openNewsroom, type Newsroom } from '../support/newsroom.ts'

/** The languages of the chooser of a world-news site, and two of the sample newsroom. */
const languages =
  'sq ar be bn bg km zh-Hans hr cs en eo fil fr de el ha he hu hi id it ja ko lo ms mn my ne fa pl pt ps ro ru sr-Cyrl si es sw ta th tr uk ur vi ca gl'.split(
    ' ',
  )

const read = (locale: string): Readonly<Record<string, string>> =>
  JSON.parse(readFileSync(messageFile(shippedMessages, locale), 'utf8')) as Record<string, string>
const english = read('en')

/** The text that follows the last argument or form. */
const lastMark = (text: string): string => text.at(-1) ?? ''

it('there is a file for each language of a world-news site, and no other', () => {
  const kept = readdirSync(shippedMessages, { withFileTypes: true })
    .filter((item) => item.isDirectory())
    .map((item) => item.name)
    .filter((name) => readdirSync(`${shippedMessages}/${name}`).includes('site.json'))
  expect(kept.sort()).toEqual(languages.toSorted())
})

describe.each(languages)('the site messages in %s', (locale) => {
  const texts = read(locale)
  const messages = openMessages('/nowhere', locale)

  it('have the keys of the English ones in their order', () => {
    expect(Object.keys(texts)).toEqual(Object.keys(english))
    expect(messages.missing).toEqual([])
  })

  it('say something for every number, with all that they are given', () => {
    const language = messages.languageName('uk')
    const given = { language, name: 'Олена Гринь', engine: 'DeepL', date: '٢٠', reason: '审核' }
    for (const [key, text] of Object.entries(english)) {
      for (const count of [0, 1, 2, 3, 5, 11, 21, 100]) {
        const said = messages.formatMarked(key, { ...given, count, page: count })
        expect(said, key).toEqual({ text: expect.stringMatching(/\p{L}/u), lang: locale })
        expect(said.text, key).not.toMatch(/[{}#<>]|undefined/)
        for (const [name, value] of Object.entries(given)) {
          if (text.includes(`{${name}}`)) expect(said.text, key).toContain(value)
        }
      }
    }
  })

  it('have the plural forms of CLDR and no others', () => {
    const wanted = new Intl.PluralRules(locale).resolvedOptions().pluralCategories.toSorted()
    for (const [key, text] of Object.entries(texts)) {
      if (!text.includes('plural,')) continue
      const forms = Array.from(
        text.matchAll(/(?<=[,}] )([a-z]+) \{(?!language})/g),
        (match) => match[1],
      )
      expect(forms.toSorted(), key).toEqual(wanted)
    }
  })

  it('are typeset: composed, no straight quotes, no marks that nobody sees', () => {
    const content = readFileSync(messageFile(shippedMessages, locale), 'utf8')
    expect(content).toBe(`${JSON.stringify(texts, null, 2)}\n`)
    expect(content).toBe(content.normalize('NFC'))
    for (const [key, text] of Object.entries(texts)) {
      expect(text, key).not.toMatch(/['"`]|\.\.\.| {2}|^\s|\s$/)
      expect(text, key).not.toMatch(
        /[\u061c\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\u00ad]/,
      )
    }
  })

  it('end sentences as the language does', () => {
    const stops: Readonly<Record<string, string>> = {
      bn: '।',
      hi: '।',
      ne: '।',
      ur: '۔',
      km: '។',
      my: '။',
      ja: '。',
      'zh-Hans': '。',
    }
    if (locale === 'th') expect(texts['article.shown']).not.toMatch(/\.$/)
    else expect(lastMark(texts['article.shown'] ?? '')).toBe(stops[locale] ?? '.')
  })
})

describe('site messages of a newsroom', () => {
  let newsroom: Newsroom
  afterEach(() => newsroom.remove())
  const openWith = (files: Readonly<Record<string, object | string>>): Newsroom =>
    (newsroom = openNewsroom(
      Object.fromEntries(
        Object.entries(files).map(([file, content]) => [
          `locales/${file}/site.json`,
          typeof content === 'string' ? content : JSON.stringify(content),
        ]),
      ),
    ))

  it('go before those that come with Babelwire, which fill the gaps', () => {
    const { path } = openWith({ de: { 'site.front': 'Titelseite' } })
    const german = openMessages(path('locales'), 'de')
    expect(german.format('site.front')).toBe('Titelseite')
    expect(german.format('front.latest')).toBe('Aktuelle Nachrichten')
    expect(german.missing).toEqual([])
  })

  it('of a region fall back to the language, never to another script', () => {
    const { path } = openWith({ 'pt-PT': { 'site.front': 'Capa' } })
    const portuguese = openMessages(path('locales'), 'pt-PT')
    expect(portuguese.formatMarked('site.front')).toEqual({ text: 'Capa', lang: 'pt-PT' })
    expect(portuguese.formatMarked('article.available')).toEqual({
      text: 'Disponível em:',
      lang: 'pt-PT',
    })
    expect(openMessages(path('locales'), 'sr').format('front.latest')).toBe('Најновије вести')
    const latin = openMessages(path('locales'), 'sr-Latn')
    expect(latin.formatMarked('front.latest')).toEqual({ text: 'Latest news', lang: 'en' })
  })

  it('that are missing are English, and say so', () => {
    const { path } = openWith({ cy: { 'front.latest': 'Y newyddion diweddaraf' } })
    const welsh = openMessages(path('locales'), 'cy')
    expect(welsh.formatMarked('front.latest')).toEqual({
      text: 'Y newyddion diweddaraf',
      lang: 'cy',
    })
    expect(welsh.formatMarked('language.found', { count: 1 })).toEqual({
      text: '1 language found',
      lang: 'en',
    })
    expect(welsh.missing).toHaveLength(Object.keys(english).length - 1)
    expect(welsh.missing).not.toContain('front.latest')
    expect(welsh.texts['front.older']).toBe('Older articles')
  })

  it('that are empty, broken, or lack a value are English too', () => {
    const { path } = openWith({
      uk: { 'site.front': ' ', 'front.page': 'Сторінка {page', 'translation.engine': '{motor}' },
      ru: '{"site.front": ',
    })
    const ukrainian = openMessages(path('locales'), 'uk')
    expect(ukrainian.format('site.front')).toBe('Головна сторінка')
    expect(ukrainian.formatMarked('front.page', { page: 3 })).toEqual({
      text: 'Page 3',
      lang: 'en',
    })
    expect(ukrainian.formatMarked('translation.engine', { engine: 'DeepL' })).toEqual({
      text: 'Translated with DeepL',
      lang: 'en',
    })
    expect(openMessages(path('locales'), 'ru').format('site.front')).toBe('Главная страница')
  })

  it('give an unknown key back, and nothing that every object has', () => {
    const { path } = openWith({})
    const arabic = openMessages(path('locales'), 'ar')
    expect(arabic.format('front.lastest')).toBe('front.lastest')
    expect(arabic.formatMarked('toString')).toEqual({ text: 'toString', lang: 'en' })
  })

  it('leave what they are given as text, braces and tags too', () => {
    const { path } = openWith({})
    const name = "<b>{count}</b> O'Neill"
    const said = openMessages(path('locales'), 'en').format('translation.reviewed', {
      language: 'Arabic',
      name,
    })
    expect(said).toBe(`Translated from Arabic, reviewed by ${name}.`)
  })
})

describe('dates and names of languages', () => {
  const speak = (locale: string): ReturnType<typeof openMessages> =>
    openMessages('/nowhere', locale)

  it('give the day as its writer dated it, in the calendar of the readers', () => {
    const date = '2026-11-20T01:30:00+03:00'
    expect(speak('de').formatDate(date)).toBe('20. November 2026')
    expect(speak('uk').formatDate('2026-11-20T23:30:00-05:00')).toBe('20 листопада 2026 р.')
    expect(speak('ar').formatDate(date)).toBe('20 نوفمبر 2026')
    expect(speak('zh-Hans').formatDate('2026-11-20')).toBe('2026年11月20日')
    expect(speak('fa').formatDate(date)).toBe('۲۹ آبان ۱۴۰۵')
    expect(speak('ps').formatDate(date)).toBe('۲۰۲۶ نومبر ۲۰')
  })

  it('leave what is no date as it is', () => {
    for (const text of ['', 'yesterday', '2026-13-40', '20.11.2026']) {
      expect(speak('fr').formatDate(text)).toBe(text)
    }
  })

  it('name languages in the language of the page, by themselves where it has no name', () => {
    expect(speak('fr').languageName('zh-Hans')).toBe('chinois simplifié')
    expect(speak('ru').languageName('uk')).toBe('украинский')
    expect(speak('rhg').languageName('uk')).toBe('Українська')
    expect(speak('rhg').formatDate('2026-11-20T08:00:00Z')).toBe('2026-11-20')
    expect(speak('en').languageName('not a tag')).toBe('not a tag')
  })
})
