import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Engine } from '../../src/engines/engine.ts'
import { libreTranslateEngine } from '../../src/engines/libretranslate.ts'
import { parseTagged } from '../../src/tagged-text.ts'
import { startLibreServer, type LibreServer } from '../support/libre-server.ts'

let server: LibreServer
let engine: Engine

beforeEach(async () => {
  server = await startLibreServer()
  engine = libreTranslateEngine({ url: server.url })
})
afterEach(() => server.close())

async function translate(target: string, ...texts: readonly string[]): Promise<readonly string[]> {
  const answer = await engine.translate({ source: 'en', target, texts })
  for (const text of answer.texts) parseTagged(text)
  return answer.texts
}

describe('a locked name', () => {
  test.for([
    ['ru', 'Зеленский', /^<t1>Зеленский<\/t1> \p{Script=Cyrillic}/u],
    ['uk', 'Зеленський', /^<t1>Зеленський<\/t1> \p{Script=Cyrillic}/u],
    ['ar', 'زيلينسكي', /^<t1>زيلينسكي<\/t1> \p{Script=Arabic}/u],
    ['zh-Hans', '泽连斯基', /^<t1>泽连斯基<\/t1>\p{Script=Han}/u],
    ['es', 'Zelenski', /^<t1>Zelenski<\/t1> \p{Script=Latin}/u],
  ] as const)(
    'comes back in %s as it was, among translated words',
    async ([target, name, wanted]) => {
      const [text] = await translate(
        target,
        `<t1>${name}</t1> called the talks in Istanbul useful.`,
      )
      expect(text).toMatch(wanted)
      expect(text).not.toContain('talks')
      // The name itself never travels: it would be read as English.
      expect(
        server.requests
          .map(({ q }) => q)
          .flat()
          .join(),
      ).not.toContain(name)
    },
  )

  test('is asked for with other stand-ins where one was written in other letters', async () => {
    server.options = { renders: { XQ7: 'ЭксКью7' } }
    const [text] = await translate('ru', '<t1>Киев</t1> was quiet, officials said.')
    expect(text).toMatch(/^<t1>Киев<\/t1> \p{Script=Cyrillic}+ /u)
    expect(server.requests).toHaveLength(2)
  })

  test('that never comes back is not put where it might be wrong', async () => {
    server.options = { renders: { Castro: 'Кастро' }, spoilsCodes: true }
    const respond = (): { kind: 'texts'; change: () => readonly string[] } => ({
      kind: 'texts',
      change: () => ['Кастро сказал.'],
    })
    server.options = { respond: (path) => (path === '/translate' ? respond() : 'ok') }
    expect(await translate('ru', '<t1>Киев</t1> said so.')).toEqual(['Кастро сказал.'])
    expect(server.requests).toHaveLength(3)
  })

  test('is not doubled by an article about somebody of that name', async () => {
    const [text] = await translate('es', 'Castro met <t1>Zelenski</t1> in Havana, Castro said.')
    expect(text?.match(/<t1>Zelenski<\/t1>/g)).toHaveLength(1)
    expect(server.requests[0]?.q[0]).not.toBe('Castro met Castro in Havana, Castro said.')
    expect(server.requests).toHaveLength(1)
  })

  test('is paid for once where requests cost money', async () => {
    server.options = { renders: { XQ7: 'ЭксКью7' } }
    engine = libreTranslateEngine({ url: server.url, isPaid: true })
    await translate('ru', '<t1>Киев</t1> was quiet.')
    expect(server.requests).toHaveLength(1)
    expect(engine.traits.isPaid).toBe(true)
  })
})

describe('tags', () => {
  test('travel as HTML and come back round their words', async () => {
    const [text] = await translate('ru', 'Read <a1>the <em1>full</em1> report</a1> on AT&amp;T.')
    expect(text).toMatch(/^\S+ <a1>\S+ <em1>\S+<\/em1> \S+<\/a1> \S+ \S+&amp;\S+\.$/u)
    expect(server.requests).toMatchObject([
      { format: 'html', q: ['Read <a1>the <em1>full</em1> report</a1> on AT&amp;T.'] },
    ])
  })

  test('round the whole of a text need not travel', async () => {
    const [text] = await translate('de', '<em1>Talks began in Geneva.</em1>')
    expect(text).toMatch(/^<em1>.*\.<\/em1>$/)
    expect(server.requests).toMatchObject([{ format: 'text', q: ['Talks began in Geneva.'] }])
  })

  test('and plain texts go apart, and come back in their order', async () => {
    const texts = ['Talks began.', 'Read <a1>this</a1>.', 'Nobody came.']
    const answers = await translate('ru', ...texts)
    expect(server.requests.map(({ format, q }) => [format, q.length])).toEqual([
      ['text', 2],
      ['html', 1],
    ])
    expect(answers.map((text) => text.includes('<a1>'))).toEqual([false, true, false])
  })

  test('that the server resolved from entities are text', async () => {
    const source =
      'He wrote &lt;script&gt;alert(1)&lt;/script&gt; in <code1>x</code1> and <em1>b</em1>.'
    const [text] = await translate('ru', source)
    expect(text).toContain('&lt;')
    expect(text).not.toMatch(/<(?!\/?(?:code1|em1)>)/)
    expect(text).toContain('<code1>x</code1>')
  })

  test('and entities that a server did not resolve are, but for those of the article', async () => {
    const change = (): readonly string[] => ['Отчёт <a1>AT&amp;T</a1> о &lt;b&gt;.']
    server.options = {
      respond: (path) => (path === '/translate' ? { kind: 'texts', change } : 'ok'),
    }
    const [mended] = await translate('ru', 'The <a1>AT&amp;T</a1> report on &lt;b&gt;.')
    expect(mended).toBe('Отчёт <a1>AT&amp;T</a1> о &lt;b&gt;.')
    const [written] = await translate(
      'ru',
      'The <a1>AT&amp;amp;T</a1> report on &amp;lt;b&amp;gt;.',
    )
    expect(written).toBe('Отчёт <a1>AT&amp;amp;T</a1> о &amp;lt;b&amp;gt;.')
  })

  test('that came back twice, torn or crossed are all left out, for the checks to hold', async () => {
    for (const answer of [
      '<a1>x</a1> <a1>y</a1>',
      '<a1>x',
      '<a1><em1>x</a1></em1>',
      'x </a1><a1> y',
    ]) {
      server.options = {
        respond: (path) =>
          path === '/translate' ? { kind: 'texts', change: () => [answer] } : 'ok',
      }
      const [text = ''] = await translate('ru', 'Read <a1>this <em1>now</em1></a1> again.')
      expect(text).not.toContain('<')
    }
  })
})

describe('the languages', () => {
  test.for([
    ['en', 'zh-Hans', 'zh-Hans'],
    ['en', 'zh-TW', 'zh-Hant'],
    ['en-GB', 'pt-BR', 'pt-BR'],
    ['en', 'pt-PT', 'pt'],
    ['en', 'nb', 'nb'],
    ['en', 'es-419', 'es'],
  ] as const)('%s to %s is asked for as %s', async ([source, target, code]) => {
    expect(await engine.supports(source, target)).toBe(true)
    await engine.translate({ source, target, texts: ['Talks began.'] })
    expect(server.requests[0]?.target).toBe(code)
  })

  test('of an older server have codes of their own', async () => {
    const languages = ['en', 'zh', 'zt', 'pb'].map((code) => ({ code, name: code }))
    server.options = { languages }
    for (const target of ['zh-Hans', 'zh-Hant', 'pt-BR']) {
      expect(await engine.supports('en', target)).toBe(true)
    }
    expect(await engine.supports('en', 'pt-PT')).toBe(false)
  })

  test('that are not there, the same or made up are not served', async () => {
    expect(await engine.supports('en', 'sq')).toBe(false)
    expect(await engine.supports('de', 'es')).toBe(false)
    expect(await engine.supports('en-GB', 'en-US')).toBe(false)
    expect(await engine.supports('en', 'en-XA')).toBe(false)
    expect(await engine.supports('en', 'sr-Latn')).toBe(false)
  })

  test('are asked for once', async () => {
    await engine.supports('en', 'de')
    await translate('de', 'Talks began.')
    expect(server.counts.get('/languages')).toBe(1)
  })
})

describe('the limits of a server', () => {
  const texts = ['Talks began in Geneva.', 'Nobody came.', 'The bridge is shut.', 'It rained.']

  test.for([
    ['texts', { texts: 2 }],
    ['characters', { characters: 40 }],
  ] as const)('of %s are read from its refusal and kept to', async ([, limit]) => {
    server.options = { limit }
    const answers = await translate('ru', ...texts)
    expect(answers.every((text) => /^\p{Script=Cyrillic}/u.test(text))).toBe(true)
    const refused = server.requests.length
    await translate('ru', ...texts)
    expect(server.requests.slice(refused).every(({ q }) => q.length < texts.length)).toBe(true)
  })

  test('that one text alone is over leave that text without an answer, not the others', async () => {
    server.options = { limit: { characters: 30 } }
    const long = 'The bridge over the river was shut after the storm, officials said.'
    const [first, second] = await translate('ru', long, 'It rained.')
    expect(first).toBe('')
    expect(second).toMatch(/^\p{Script=Cyrillic}/u)
  })
})

test('its profile names the engine, not the address', () => {
  expect(engine.profile('en', 'ru')).toBe('libretranslate/1')
})
