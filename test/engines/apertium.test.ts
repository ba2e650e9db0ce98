import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { afterAll, expect, it as test, type TestAPI } from 'vitest'

import { installedPairs } from '../../src/engines/apertium-modes.ts'
import { apertiumEngine } from '../../src/engines/apertium.ts'
import { seedArticle } from '../support/parts.ts'
import { escapeText, plainText, tagNames } from '../../src/tagged-text.ts'

/** Missing Apertium skips these tests on a laptop and fails them in CI. */
const hasApertium = installedPairs().some(({ name }) => name === 'eng-spa')
const it: TestAPI | ReturnType<TestAPI['skipIf']> =
  process.env['CI'] === undefined ? test.skipIf(!hasApertium) : test

const targets = ['es', 'ca', 'gl', 'eo']
const engine = apertiumEngine()
afterAll(() => engine.close())

async function translate(target: string, ...texts: string[]): Promise<readonly string[]> {
  return (await engine.translate({ source: 'en', target, texts })).texts
}

/** The process ids of the pipelines that this test process started, by program. */
function programs(): readonly { readonly pid: number; readonly command: string }[] {
  const all = execFileSync('ps', ['-eo', 'pid=,ppid=,stat=,args='], { encoding: 'utf8' })
    .split('\n')
    .flatMap((line) => {
      const match = /^\s*(\d+)\s+(\d+)\s+(\S+)\s+(.*)$/.exec(line)
      const isZombie = match?.[3]?.startsWith('Z') ?? true
      return isZombie
        ? []
        : [{ pid: Number(match?.[1]), parent: Number(match?.[2]), command: match?.[4] ?? '' }]
    })
  const shells = all.filter(
    ({ parent, command }) => parent === process.pid && /^sh -c/.test(command),
  )
  return all.filter(({ parent }) => shells.some(({ pid }) => pid === parent))
}

it('keeps the case, the quotation marks and the time of day of the source', async () => {
  expect(
    await translate(
      'es',
      '<t1>Bognar</t1> said the brigade had learned.',
      '"We listened," <t1>Peskov</t1> said.',
      'We listened," <t1>Peskov</t1> said.',
    ),
  ).toEqual([
    '<t1>Bognar</t1> dijo que la brigada había aprendido.',
    '"Escuchamos," <t1>Peskov</t1> dijo.',
    'Escuchamos," <t1>Peskov</t1> dijo.',
  ])
  const [evening] = await translate('eo', 'They met at 9:30 a.m. on Monday.')
  expect(plainText(evening ?? '')).toContain('9:30 a.m.')
})

it('translates news, with names, titles and genitives in place', async () => {
  expect(
    await translate(
      'es',
      'President <t1>Zelenski</t1> said that the talks were over.',
      "<t1>Zelenski</t1>'s office said <a1>the peace talks</a1> would resume.",
      'The wife of <t1>Zelenski</t1>’s brother was in <t2>Kiev</t2>.',
    ),
  ).toEqual([
    'Presidente <t1>Zelenski</t1> dijo que las charlas eran encima.',
    'La oficina de <t1>Zelenski</t1> dijo <a1>las charlas de paz</a1> resume.',
    'La mujer del hermano de <t1>Zelenski</t1> era en <t2>Kiev</t2>.',
  ])
})

it('moves a tag with its words when the order changes', async () => {
  expect(await translate('es', 'The <strong1>red</strong1> and <em1>white</em1> flag.')).toEqual([
    'La bandera <strong1>roja</strong1> y <em1>blanca</em1>.',
  ])
})

it('chooses "de" or "d\'" by the name that is kept, not by its stand-in', async () => {
  const texts = ['They met <t1>Orbán</t1>’s mother.', 'They met <t1>Zelenski</t1>’s mother.']
  expect(await translate('ca', ...texts)).toEqual([
    "Van conèixer la mare d'<t1>Orbán</t1>.",
    'Van conèixer la mare de <t1>Zelenski</t1>.',
  ])
})

it.for(targets)(
  'gives each kept name of the seed article back once in %s',
  async (target, { skip }) => {
    const seed = seedArticle
    if (!existsSync(seed)) skip('no seed')
    const names = ['Volodymyr Zelenskyy', 'Zelenskyy', 'Kyiv', 'Moscow', 'Vladimir Putin', 'Trump']
    const places = [
      'Istanbul',
      'Odesa',
      'Dnipropetrovsk',
      'Kurakhove',
      'Donetsk',
      'Rostov',
      'Umerov',
    ]
    const pattern = new RegExp(`\\b(?:${[...names, ...places].join('|')})\\b`, 'g')
    const texts = readFileSync(seed, 'utf8')
      .split('\n')
      .map((line) => {
        let count = 0
        return escapeText(line).replace(pattern, (name) => {
          count++
          return `<t${count}>${name} ✓${count}</t${count}>`
        })
      })
    const translated = await translate(target, ...texts)
    for (const [i, text] of texts.entries()) {
      const kept = (tagged: string): readonly string[] =>
        (tagged.match(/<t\d+>.*?<\/t\d+>/g) ?? []).toSorted()
      expect(kept(translated[i] ?? '')).toEqual(kept(text))
    }
    expect(translated.flatMap((text) => tagNames(text)).length).toBeGreaterThan(20)
  },
)

it.for(targets)('gives every tag back exactly once, balanced, in %s', async (target) => {
  const texts = [
    'The <a1><em1>deadliest</em1> attack</a1> of the year killed 19 soldiers.',
    '<em1>The whole sentence is <strong1>marked</strong1>.</em1>',
    'A line<br1></br1>break and an <img1></img1> image.',
    'The <a1>Ukrainian port city of <t1>Odesa</t1></a1> was attacked.',
    '<em1>Un</em1>likely and <em2>H</em2>2<em3>O</em3>.',
    '<code1>let x = "a*b" // [sic]</code1> is <keep1>~as it  is~</keep1>.',
    "The opposition leader's <a1>wife and daughter</a1> left <a2>the</a2> country.",
    '<a1>…</a1> <a2>«Stop!»</a2>, she <em1>said</em1>, "<em2>now</em2>".',
    '<a1>He</a1> <a2>did</a2> <a3>not</a3> <a4>want</a4> <a5>to</a5> <a6>go</a6> <a7>home</a7>.',
  ]
  const translated = await translate(target, ...texts)
  for (const [i, text] of texts.entries()) {
    expect(() => plainText(translated[i] ?? '')).not.toThrow()
    expect(tagNames(translated[i] ?? '').toSorted()).toEqual(tagNames(text).toSorted())
  }
  expect(translated[5]).toContain('<code1>let x = "a*b" // [sic]</code1>')
  expect(translated[5]).toContain('<keep1>~as it  is~</keep1>')
})

const hostile = [
  '50/50',
  'a@b.com',
  '[[',
  ']]',
  '^',
  '{x}',
  '*',
  '#1',
  '@',
  '~',
  '\\',
  '$$$',
  '[[t:em:1]] [[/]]',
  '^a/b<n>$',
  '[;1]',
  '[!0]',
  '\\\\[',
  '<script>',
  '&amp;',
  '👩‍👩‍👧 🇺🇦',
  '互联网',
  '#',
  '*#@~',
  '$(rm -rf /)',
  '`id`',
  '"\'«»“”‘’',
  '\u00a0',
  '\u200b',
]

it.for(targets)('carries the signs of the stream format over as text in %s', async (target) => {
  const plain = await translate(target, ...hostile.map((sign) => escapeText(sign)))
  expect(plain.map((text) => plainText(text).replace(/\s/gu, ''))).toEqual(
    hostile.map((sign) => expect.stringContaining(sign.replace(/[\p{L}\s]+/gu, '').slice(0, 1))),
  )
  const kept = await translate(
    target,
    ...hostile.map((sign) => `They wrote <keep1>${escapeText(sign)}</keep1> on the wall.`),
  )
  for (const [i, sign] of hostile.entries()) {
    expect(kept[i]).toContain(`<keep1>${escapeText(sign)}</keep1>`)
  }
  // Nothing has shifted: the next text gets its own answer.
  expect(await translate(target, '50/50')).toEqual(['50/50'])
})

it('leaves addresses, handles and hashtags alone', async () => {
  const text =
    'Write to news@big-house.com, see www.big-house.com/red and follow @WhiteHouse #News.'
  const [translated] = await translate('es', text)
  for (const word of ['news@big-house.com', 'www.big-house.com/red', '@WhiteHouse', '#News']) {
    expect(translated).toContain(word)
  }
})

it('keeps white space at the ends, empty texts and texts without words', async () => {
  expect(await translate('es', '', '  ', ' House ', '…', '<t1>Kiev</t1>')).toEqual([
    '',
    '  ',
    ' Casa ',
    '…',
    '<t1>Kiev</t1>',
  ])
})

it('answers 2,000 lines in order, each as if it were alone', async () => {
  const lines = Array.from(
    { length: 2000 },
    (_, i) => `In ${i} days <t1>Kiev</t1> will receive ${i} houses.`,
  )
  const translated = await translate('es', ...lines)
  for (const [i, text] of translated.entries())
    expect(text.match(/\d+/g)).toEqual([`${i}`, '1', '1', `${i}`])
  expect(await translate('es', lines[7] ?? '')).toEqual([translated[7]])
})

it('takes a text of 200 kB and a word of 20 kB', async () => {
  const [translated] = await translate('es', 'The red house burned. '.repeat(9_000))
  expect(translated?.match(/La casa roja/g)).toHaveLength(9_000)
  expect(await translate('es', 'x'.repeat(20_000))).toEqual(['x'.repeat(20_000)])
})

it('rejects a cancelled request at once and gives its answer to nobody else', async () => {
  const abort = new AbortController()
  const texts = Array.from({ length: 500 }, (_, i) => `The red house number ${i} burned.`)
  const cancelled = engine.translate({ source: 'en', target: 'es', texts }, abort.signal)
  const next = translate('es', 'The green house burned.')
  setTimeout(() => abort.abort(), 5)
  await expect(cancelled).rejects.toMatchObject({ code: 'cancelled' })
  expect(await next).toEqual(await translate('es', 'The green house burned.'))
  await expect(
    engine.translate({ source: 'en', target: 'es', texts }, AbortSignal.abort()),
  ).rejects.toMatchObject({ code: 'cancelled' })
})

it('calls an overdue answer temporary', async () => {
  const texts = ['The red house burned. '.repeat(20_000)]
  const request = { source: 'en', target: 'es', texts }
  await expect(engine.translate(request, AbortSignal.timeout(20))).rejects.toMatchObject({
    failure: 'temporary',
  })
})

it('fails what is under way when a program dies, and starts anew for the next', async () => {
  await translate('gl', 'House.')
  const under = translate(
    'gl',
    ...Array.from({ length: 500 }, () => 'The red house burned. '.repeat(20)),
  )
  const victim = programs().find(({ command }) => command.includes('en-gl.t2x'))
  process.kill(victim?.pid ?? 0, 'SIGKILL')
  await expect(under).rejects.toMatchObject({ code: 'engine', failure: 'temporary' })
  expect(await translate('gl', 'The house.')).toEqual(['A casa.'])
})

it('ends programs that hang', async () => {
  const impatient = apertiumEngine({ patienceMs: 4000 })
  const request = { source: 'en', target: 'ca', texts: ['The red house.'] }
  const before = programs().map(({ pid }) => pid)
  const [answer] = (await impatient.translate(request)).texts
  const started = programs().filter(({ pid }) => !before.includes(pid))
  process.kill(started.find(({ command }) => command.includes('cg-proc'))?.pid ?? 0, 'SIGSTOP')
  await expect(impatient.translate(request)).rejects.toMatchObject({ failure: 'temporary' })
  expect((await impatient.translate(request)).texts).toEqual([answer])
  await impatient.close()
})

it('leaves no program behind after close, and works again after it', async () => {
  await translate('es', 'House.')
  expect(programs().length).toBeGreaterThan(5)
  await engine.close()
  await expect.poll(() => programs()).toEqual([])
  expect(await translate('es', 'House.')).toEqual(['Casa.'])
})

it('serves the installed directions and their regions, and no others', async () => {
  const supports = (source: string, target: string): Promise<boolean> =>
    engine.supports(source, target)
  for (const target of [...targets, 'es-MX', 'ca-valencia']) {
    expect(await supports('en', target)).toBe(true)
  }
  expect(await supports('en-GB', 'es')).toBe(true)
  expect(await supports('es', 'en')).toBe(true)
  expect(await supports('en', 'de')).toBe(false)
  expect(await supports('en', 'en-XA')).toBe(false)
  expect(engine.profile('en', 'es')).toMatch(/^apertium\/1 eng-spa [0-9a-f]{16}$/)
  expect(engine.profile('en', 'es-MX')).toBe(engine.profile('en', 'es'))
  expect(engine.profile('en', 'ca-valencia')).toContain('eng-cat_valencia ')
})

it('bills the characters of the plain text', async () => {
  const texts = ['<a1>House</a1> &amp; 👋']
  expect((await engine.translate({ source: 'en', target: 'es', texts })).billed).toBe(9)
})

test('serves nothing where Apertium is missing, or its mode is no pipeline', async () => {
  const nowhere = apertiumEngine({ modesDir: '/nonexistent' })
  expect(await nowhere.supports('en', 'es')).toBe(false)
  await expect(
    nowhere.translate({ source: 'en', target: 'es', texts: ['House.'] }),
  ).rejects.toMatchObject({ code: 'engine', failure: 'permanent' })
  await nowhere.close()
  const folder = mkdtempSync(join(tmpdir(), 'modes-'))
  writeFileSync(join(folder, 'eng-spa.mode'), `cat 'x' | lt-proc; touch '${folder}/never'`)
  expect(await apertiumEngine({ modesDir: folder }).supports('en', 'es')).toBe(false)
  expect(existsSync(join(folder, 'never'))).toBe(false)
  rmSync(folder, { recursive: true })
})
