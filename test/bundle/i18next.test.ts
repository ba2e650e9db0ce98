import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import os from 'node:os'
import path from 'node:path'
import i18next, { type i18n, type InitOptions } from 'i18next'
import HttpBackend from 'i18next-http-backend'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { publish } from '../../src/bundle/index.ts'
import { escapeText, parseTagged, plainText } from '../../src/tagged-text.ts'
import { articleOf, editionOf } from './articles.ts'

/** What an article may say, and a careless site might run. */
const texts = {
  title: 'Київ: {{count}} днів дощу',
  summary: 'See $t(title) and $t(b001, {"x": 1})',
  b001: '{{{{ and }}}} and {{- raw}} and { { x } }',
  b002: '<script>alert(document.cookie)</script>',
  b003: 'وصل الرئيس إلى كييف: «نعم» {{اسم}}',
  b004: '乌克兰 👩‍🚒 𠮷 & "quotes" \'too\' \\ / %s $1 $& ${x}',
  b005: 'AT&amp;T is written with &amp;, not &amp;amp;',
  b006: 'a.b.c: key:with:colons, 5 > 3 < 4, {"json": [1]}',
  b007: '\u00a0 spaces \u2028 and \u200f marks \ufeff stay',
} as const

let url = ''
let close = async (): Promise<void> => undefined

beforeAll(async () => {
  const output = mkdtempSync(path.join(os.tmpdir(), 'babelwire-'))
  const messages = Object.fromEntries(
    Object.entries(texts).map(([key, text]) => [key, escapeText(text)]),
  )
  const tagged = { ...messages, b008: 'Читайте <a1>звіт <em1>{{x}}</em1></a1>.' }
  await publish(
    output,
    articleOf('r1', tagged),
    [editionOf('uk', tagged)],
    'complete',
    () => new Date(),
  )
  const server = createServer((request, response) => {
    const file = path.join(output, (request.url ?? '').replace('/locales', ''))
    response.setHeader('content-type', 'application/json; charset=utf-8')
    response.end(readFileSync(file))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  close = async () => {
    await new Promise((resolve) => server.close(resolve))
    rmSync(output, { recursive: true })
  }
})

afterAll(() => close())

async function site(options: InitOptions): Promise<i18n> {
  const instance = i18next.createInstance().use(HttpBackend)
  await instance.init({
    lng: 'uk',
    fallbackLng: false,
    ns: 'articles/kyiv-rain',
    defaultNS: 'articles/kyiv-rain',
    keySeparator: false,
    nsSeparator: false,
    returnEmptyString: false,
    backend: { loadPath: `${url}/locales/{{lng}}/{{ns}}.json` },
    ...options,
  })
  return instance
}

describe.each<[string, InitOptions, Record<string, unknown>]>([
  ['by default', {}, {}],
  ['without escaping', { interpolation: { escapeValue: false } }, {}],
  [
    'without interpolation',
    { interpolation: { skipOnVariables: true } },
    { skipInterpolation: true },
  ],
])('stock i18next %s', (_, options, perCall) => {
  const hostile = { count: 99, x: '<b>', raw: '<img onerror>', اسم: 'hacked', ...perCall }

  test('gives every text back exactly, and runs none of it', async () => {
    const { t } = await site(options)
    for (const [key, text] of Object.entries(texts)) {
      expect(plainText(t(key, hostile))).toBe(text.normalize('NFC'))
    }
  })

  test('keeps the tags for the page to fill, and only those', async () => {
    const { t } = await site(options)
    expect(parseTagged(t('b008', hostile))).toEqual([
      { kind: 'text', text: 'Читайте ' },
      { kind: 'open', name: 'a1' },
      { kind: 'text', text: 'звіт ' },
      { kind: 'open', name: 'em1' },
      { kind: 'text', text: '{{x}}' },
      { kind: 'close', name: 'em1' },
      { kind: 'close', name: 'a1' },
      { kind: 'text', text: '.' },
    ])
    expect(t('b002', hostile)).not.toContain('<script')
  })

  test('says of a message that is not there that it is not there', async () => {
    const { t } = await site(options)
    expect(t('b999', { ...hostile, defaultValue: '' })).toBe('')
  })
})
