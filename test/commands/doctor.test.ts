import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { startDeeplServer, type DeeplServer } from '../support/deepl-server.ts'
import { openNewsroom, type Newsroom } from '../support/newsroom.ts'

const key = 'canary-7f3d9a1c-key:fx'

let server: DeeplServer
let newsroom: Newsroom

beforeEach(async () => {
  server = await startDeeplServer({ key })
  newsroom = openNewsroom(
    {
      'babelwire.yaml':
        'languages: [ru, zh-Hans, th, ar, en-XA]\nengine: {default: deepl, en-XA: pseudo}\n',
      'glossary.yaml': `version: 1
terms:
  Kyiv: {about: {also: [Kiev]}, to: {ru: Киев, th: เคียฟ, zh-Hans: 基辅}}
  Rice: {about: {case: exact}, to: {ru: Райс}}
  Danube: {to: {en-XA: Danube}}
`,
    },
    server,
  )
})

afterEach(async () => {
  newsroom.remove()
  await server.close()
})

/** What doctor says of each language, and its exit code. */
async function examined(): Promise<{ readonly code: number; readonly lines: readonly string[] }> {
  const { code, out, err } = await newsroom.run('doctor')
  expect(out + err).not.toContain('canary-7f3d9a1c')
  const lines = out.split('\n').map((line) => line.replaceAll(/ {2,}/g, '  '))
  return { code, lines: lines.slice(4, -1) }
}

describe('doctor', () => {
  test('says what the next run will make, where there are no glossaries, and what holds names there', async () => {
    expect(await examined()).toEqual({
      code: 0,
      lines: [
        'ok  ru  deepl: has no glossary with these 2 entries yet, the next run makes it, 1 left to the ladder of terms',
        'ok  zh-Hans  deepl: has no glossary with these 2 entries yet, the next run makes it',
        'ok  th  deepl: has no glossaries en to th, the ladder of terms holds its 2 entries alone',
        'ok  ar  deepl: no entries for its glossary',
        'ok  en-XA  pseudo: has no glossaries of its own, the ladder of terms holds its 1 entry alone',
      ],
    })
  })

  test('names the glossary that is held', async () => {
    await newsroom.run('glossary', 'sync')
    const [glossary] = server.glossaries.all.values()
    const { code, lines } = await examined()
    expect(code).toBe(0)
    expect(lines[0]).toBe(
      `ok  ru  deepl: glossary ${glossary?.name} holds 2 entries, 1 left to the ladder of terms`,
    )
  })

  test('looks at what differs, and changes nothing', async () => {
    await newsroom.run('glossary', 'sync')
    const [glossary] = server.glossaries.all.values()
    const chinese = glossary?.dictionaries.find((one) => one.target_lang === 'zh')
    if (chinese !== undefined) chinese.entries = chinese.entries.replace('Kyiv\t基辅', 'Kyiv\t基輔')
    server.requests.length = 0
    const { code, lines } = await examined()
    expect(code).toBe(3)
    expect(lines[0]).toMatch(/^ok {2}ru {2}deepl: glossary babelwire-\w+ holds 2 entries/)
    expect(lines[1]).toMatch(
      /^look {2}zh-Hans {2}deepl: glossary babelwire-\w+ is not what was sent: "Kyiv" is "基輔", not "基辅" {2}Run "babelwire glossary sync"/,
    )
    expect(server.requests.filter(({ method }) => method !== 'GET')).toEqual([])
    expect(server.glossaries.all.size).toBe(1)
  })

  test('that DeepL refuses says so for its languages, not for those of another engine', async () => {
    server.options = { key, respond: () => ({ kind: 'echo-key', status: 403 }) }
    const { code, lines } = await examined()
    expect(code).toBe(3)
    expect(lines.slice(0, 4).every((line) => line.includes('DeepL refused the key'))).toBe(true)
    expect(lines[4]).toMatch(/^ok {2}en-XA {2}pseudo/)
  })
})
