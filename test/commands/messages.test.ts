import { existsSync, readFileSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { shippedMessages } from '../../src/site/message-file.ts'
import { openNewsroom, type Newsroom } from '../support/newsroom.ts'

let newsroom: Newsroom
afterEach(() => newsroom.remove())

function open(
  files: Readonly<Record<string, object | string>>,
  languages: string = '[es, uk, en-XA]',
): Newsroom {
  const written = Object.entries(files).map(([locale, content]) => [
    `locales/${locale}/site.json`,
    typeof content === 'string' ? content : `${JSON.stringify(content, null, 2)}\n`,
  ])
  const config = `source: en\nlanguages: ${languages}\n`
  return (newsroom = openNewsroom({ 'babelwire.yaml': config, ...Object.fromEntries(written) }))
}

/** What is reported of one message, in a language of the newsroom. */
async function faults(locale: string, texts: object | string): Promise<string> {
  const { code, err } = await open({ [locale]: texts }).run('messages', 'check', locale)
  return `${code} ${err}`
}

describe('messages check', () => {
  it('finds all well where the languages come with Babelwire; pseudo text needs none', async () => {
    const { code, out, err } = await open({}).run('messages', 'check')
    expect({ code, out, err }).toEqual({
      code: 0,
      out: '3 languages, 96 messages: all well\n',
      err: '',
    })
  })

  it('finds the messages that come with Babelwire all well', async () => {
    const { run } = open({}, '[es]')
    // Sinhala needs the zero-width joiner, which is a hidden character elsewhere.
    const file = path.join(shippedMessages, 'si/site.json')
    expect(readFileSync(file, 'utf8')).toContain('\u200d')
    for (const locale of readdirSync(shippedMessages)) {
      const kept = path.join(shippedMessages, locale, 'site.json')
      if (!existsSync(kept)) continue
      const { code, err } = await run('messages', 'check', kept, '--strict')
      expect({ code, err }).toEqual({ code: 0, err: '' })
    }
  })

  it('names line and column of what is broken, and how to mend it', async () => {
    const { code, out, err } = await open({
      uk: {
        'site.front': 'Головна',
        'front.page': 'Сторінка {page, number',
        'translation.machine': 'Машинний переклад.',
      },
    }).run('messages', 'check', 'uk')
    expect(code).toBe(3)
    expect(out).toBe('1 language, 32 messages: 2 errors, 0 warnings\n')
    expect(err.split('\n')).toEqual([
      'error  locales/uk/site.json:3:3  front.page  not valid ICU: expect argument closing brace at character 10  Look for a missing { or }, a comma or "other {…}".  [messages]',
      'error  locales/uk/site.json:4:3  translation.machine  {language} is missing, here or in one of the forms  Write {language} in each form.  [messages]',
      '',
    ])
  })

  it('finds a plural without the forms of the language, and forms it does not have', async () => {
    const found = '{count, plural, one {Знайдено # мову} two {# мови} other {# мов}}'
    const err = await faults('uk', { 'language.found': found })
    expect(err).toContain('the plural of {count} has no form "few"  Ukrainian has ')
    expect(err).toContain('the plural of {count} has no form "many"')
    expect(err).toContain('"two" is no plural form of Ukrainian')
    expect(err).toMatch(/^3 /)
  })

  it('finds a form that stands for 1, 21 and 31 and says "one"', async () => {
    const forms = 'few {# мови} many {# мов} other {# мови}'
    const wrong = `{count, plural, =0 {Немає} one {Знайдено одну мову} ${forms}}`
    expect(await faults('uk', { 'language.found': wrong })).toContain(
      '"one" stands for 1, 21, 31 and does not say which  Write # for the number.',
    )
    newsroom.remove()
    const right = '{count, plural, one {Una lengua} many {# de lenguas} other {# lenguas}}'
    expect(await faults('es', { 'language.found': right })).toBe('0 ')
  })

  it('looks for an argument in each form, and for one that is never given', async () => {
    const text =
      '{count, plural, one {Un párrafo en {language}} many {# de párrafos} other {# párrafos}} {idioma}'
    const err = await faults('es', { 'block.untranslated': text })
    expect(err).toContain('{language} is missing, here or in one of the forms')
    expect(err).toContain('{idioma} is never given  The English message has {count}, {language}.')
  })

  it('finds keys that nobody asks for, and says which was meant', async () => {
    const err = await faults('es', { 'front.lastest': 'Últimas noticias', 'x.y': 'Nada' })
    expect(err).toContain(
      'es/site.json:2:3  front.lastest  English has no such key  Is it "front.latest"?',
    )
    expect(err).toContain('x.y  English has no such key  Take it out, or add it to en/site.json.')
  })

  it.each([
    ['es', '<b>Portada</b>', 'it holds markup'],
    ['es', ' ', 'the text is empty'],
    ['es', 'Porta\u202eda', 'U+202E'],
    ['es', 'Portada\u200b', 'U+200B'],
    ['es', 'Pa\u0301gina', 'not in Unicode form NFC'],
    ['es', "Portada '{'", 'readers would see a brace'],
    ['ar', 'Front page of the news', 'The text is in Latin letters, expected Arabic'],
    ['zh-Hans', 'Главная страница', 'The text is in Cyrillic letters'],
    ['es', '{count, number, ::currency/XX}', 'not valid ICU'],
  ])('finds what no reader should see: %s %j', async (locale, text, message) => {
    const err = await faults(locale, { 'site.front': text })
    expect(err).toContain(message)
    expect(err).toMatch(/^3 /)
  })

  it.each([
    ['es', { 'error.missing.text': 'There is nothing at this address.' }, 'it is the English text'],
    ['ar', { 'site.front': '\u200fالصفحة الرئيسية' }, 'an invisible direction mark'],
    ['fr', { 'translation.original': "Lire l'original en {language}" }, 'Write ’ (U+2019)'],
  ])('only warns of what may be meant: %s', async (locale, texts, message) => {
    const err = await faults(locale, texts)
    expect(err).toMatch(/^0 warning {2}/)
    expect(err).toContain(message)
  })

  it('takes a word that two languages share', async () => {
    expect(await faults('fr', { 'front.page': 'Page {page, number}', 'site.feed': 'Feed' })).toBe(
      '0 ',
    )
  })

  it('warns of missing messages, and refuses them when it is asked to be strict', async () => {
    const room = open({ cy: { 'front.latest': 'Y newyddion diweddaraf' } }, '[cy, br]')
    const lenient = await room.run('messages', 'check')
    expect(lenient.code).toBe(0)
    expect(lenient.out).toBe('3 languages, 33 messages: 0 errors, 32 warnings\n')
    expect(lenient.err).toContain(
      'warning  locales/cy/site.json  front.older  is missing: readers see English  Translate "Older articles".',
    )
    expect(lenient.err).toContain(
      'warning  locales/br/site.json  there are no site messages in Breton: readers see English  Write br/site.json.',
    )
    const strict = await room.run('messages', 'check', '--strict', '--quiet')
    expect(strict.code).toBe(3)
    expect(strict.err.match(/^error {2}/gm)).toHaveLength(32)
    expect(strict.out).toBe('')
  })

  it('prints one document', async () => {
    const { code, out, err } = await open({ uk: { 'site.front': '' } }).run(
      'messages',
      'check',
      'uk',
      '--json',
    )
    expect({ code, err }).toEqual({ code: 3, err: '' })
    expect(JSON.parse(out)).toEqual({
      languages: ['uk'],
      messages: 32,
      problems: [
        {
          file: 'locales/uk/site.json',
          line: 2,
          column: 3,
          severity: 'error',
          kind: 'broken',
          locale: 'uk',
          key: 'site.front',
          message: 'the text is empty',
          mend: expect.any(String) as string,
        },
      ],
    })
  })

  it('says where a file stops being JSON, and what is no text', async () => {
    expect(
      await faults('uk', '{\n  "site.front": "Головна"\n  "site.feed": "Новини"\n}'),
    ).toContain('locales/uk/site.json:3:3  not JSON: """ where a comma or the end should be')
    newsroom.remove()
    expect(await faults('uk', '{\n  "site": {"front": "Головна"}\n}')).toContain(
      'locales/uk/site.json:2:3  "site" is not a text',
    )
    newsroom.remove()
    expect(await faults('uk', '["Головна"]')).toContain('it is not a map of keys to texts')
    newsroom.remove()
    expect(await faults('uk', '{"site.front": "А",\n "site.front": "Б"}')).toContain(
      'locales/uk/site.json:2:2  site.front  the key stands twice',
    )
  })

  it('checks a draft that lies elsewhere, by the language of its folder', async () => {
    const room = open({})
    room.write('drafts/ja/site.json', '{"site.front": "トップページ"}')
    const { code, out } = await room.run('messages', 'check', 'drafts/ja/site.json')
    expect(code).toBe(0)
    expect(out).toBe('1 language, 1 message: 0 errors, 31 warnings\n')
    room.write('drafts/japanese/site.json', '{}')
    const unnamed = await room.run('messages', 'check', 'drafts/japanese/site.json')
    expect(unnamed.code).toBe(3)
    expect(unnamed.err).toContain('"japanese" is not a language')
  })

  it.each([
    ['cy', 2, 'there are no site messages in "cy"'],
    ['klingonisch', 2, '"klingonisch" is not a language tag'],
    ['locales/es/sites.json', 2, 'there is no file locales/es/sites.json'],
  ])('says how to mend what it cannot find: %s', async (wanted, code, message) => {
    const ended = await open({}).run('messages', 'check', wanted)
    expect(ended.code).toBe(code)
    expect(ended.err).toContain(message)
    expect(ended.err).toMatch(/(?:Write|Name) a|write locales\/cy\/site\.json/)
  })

  it('does not take a folder that no page reads for a language', async () => {
    const { code, err } = await open({ iw: { 'site.front': 'דף הבית' } }).run('messages', 'check')
    expect(code).toBe(3)
    expect(err).toContain('nobody reads the folder "iw"  Call it "he".')
  })
})

describe('check', () => {
  it('holds site messages back that are broken, not those that are missing', async () => {
    const room = open({ uk: { 'front.page': 'Сторінка' }, cy: { 'site.front': 'Hafan' } })
    room.write('glossary.yaml', 'version: 1\nsource: en\nterms: {}\n')
    const { code, err } = await room.run('check')
    expect(code).toBe(3)
    expect(err).toBe(
      'error  locales/uk/site.json  front.page  {page} is missing, here or in one of the forms\n',
    )
    room.write('locales/uk/site.json', '{"front.page": "Сторінка {page, number}"}')
    expect((await room.run('check')).code).toBe(0)
  })
})
