import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { startDeeplServer, type DeeplServer } from '../support/deepl-server.ts'
import { openNewsroom, type Ended, type Newsroom } from '../support/newsroom.ts'

const config = (budget: string): string =>
  `languages: [es, zh-Hans]\nengine: deepl\nengines: {deepl: {price: 20}}\nbudget: ${budget}\n`

const article = `Ferry returns to Kyiv

The ferry sails again from Tuesday. The ministry did not answer questions.
`

/** What `budget show --json` prints, as far as tests look at it. */
interface Shown {
  readonly currency: string
  readonly limits: readonly Readonly<Record<string, string | number>>[]
  readonly raised: readonly Readonly<Record<string, string | number>>[]
}

let server: DeeplServer
let newsroom: Newsroom
beforeEach(async () => {
  server = await startDeeplServer()
  newsroom = openNewsroom(
    {
      'babelwire.yaml': config('{day: 0.001, month: 50, language: {es: 10, default: 20}}'),
      'glossary.yaml': 'version: 1\nterms: {}\n',
      'articles/ferry.txt': article,
    },
    server,
  )
})
afterEach(async () => {
  newsroom.remove()
  await server.close()
})

const raise = (...args: readonly string[]): Promise<Ended> =>
  newsroom.run('budget', 'raise', ...args, '--by', 'Olha Marchenko', '--reason', 'election night')
const show = async (): Promise<Shown> => {
  const { code, out } = await newsroom.run('budget', 'show', '--json')
  expect(code).toBe(0)
  return JSON.parse(out) as Shown
}
const today = new Date().toISOString().slice(0, 10)
const nextYear = `${Number(today.slice(0, 4)) + 1}-01-31`

describe('budget raise', () => {
  it('lets a run go on that was refused, and stands on record', async () => {
    const refused = await newsroom.run('run')
    expect(refused.code).toBe(5)
    expect(refused.err).toContain('of the 0.0010 EUR a day may cost')
    expect(refused.err).toContain('babelwire budget raise day')
    const { code, out } = await raise('day', '2.50')
    expect(code).toBe(0)
    expect(out).toBe(
      `budget.day: 0.0010 EUR → 2.50 EUR, until ${today} (UTC), by Olha Marchenko: election night\n`,
    )
    expect((await newsroom.run('run')).code).toBe(0)
    expect((await show()).raised).toEqual([
      expect.objectContaining({
        ...{ limit: 'day', amount: 2.5, person: 'Olha Marchenko', reason: 'election night' },
        until: today,
      }),
    ])
  })

  it('of a language changes only that one, until the day it says', async () => {
    const { code, out } = await raise(
      ...['language', '30', '--language', 'zh_hans', '--until', nextYear, '--json'],
    )
    expect(code).toBe(0)
    expect(JSON.parse(out)).toMatchObject({
      ...{ limit: 'language', language: 'zh-Hans', amount: 30, before: 20, until: nextYear },
    })
    const amounts = (await show()).limits.filter(({ limit }) => limit === 'language')
    expect(amounts).toEqual([
      { limit: 'language', of: 'es', amount: 10 },
      { limit: 'language', amount: 20 },
      { limit: 'language', of: 'zh-Hans', amount: 30 },
    ])
  })

  it.each([
    ['a limit that is none', ['daily', '5'], '"daily" is not a limit'],
    ['one that is not set', ['run', '5'], 'budget.run is not set'],
    ['an amount that is none', ['day', 'much'], '"much" is not an amount'],
    ['a negative amount', ['--', 'day', '-5'], '"-5" is not an amount'],
    ['less than holds now', ['month', '49.99'], '49.99 EUR is not more'],
    ['as much as holds now', ['language', '10', '--language', 'es-MX'], '10.00 EUR is not more'],
    ['a day that is past', ['day', '5', '--until', '2026-01-31'], '2026-01-31 is past'],
    ['a day that no calendar has', ['day', '5', '--until', '2027-02-30'], 'is not a day'],
    ['a language where none belongs', ['day', '5', '--language', 'es'], 'does not go with'],
    ['a language that is none', ['language', '50', '--language', 'qq-1'], 'language'],
  ])('refuses %s', async (_, args, message) => {
    const { code, err } = args.includes('--')
      ? await newsroom.run(
          ...['budget', 'raise', '--by', 'Olha Marchenko', '--reason', 'election night', ...args],
        )
      : await raise(...args)
    expect(err).toContain(message)
    expect(code).toBe(2)
    expect((await show()).raised).toEqual([])
  })

  it.each([
    ['name', '  ', 'election night', '--by is empty'],
    ['reason', 'Olha Marchenko', '', '--reason is empty'],
  ])('refuses an empty %s', async (_, by, reason, message) => {
    const given = ['budget', 'raise', 'day', '5', '--by', by, '--reason', reason]
    const { code, err } = await newsroom.run(...given)
    expect([code, err]).toEqual([2, expect.stringContaining(message)])
  })

  it('is refused where an earlier raise was as high', async () => {
    await raise('day', '5', '--until', nextYear)
    const { code, err } = await raise('day', '4')
    expect(code).toBe(2)
    expect(err).toContain('budget.day is 5.00 EUR now')
  })
})

describe('budget show', () => {
  it('makes no store where none is', async () => {
    const { limits } = await show()
    expect(limits[0]).toEqual({
      ...{ limit: 'day', of: today, amount: 0.001, spent: 0, reserved: 0, left: 0.001 },
    })
    expect(newsroom.has('.babelwire')).toBe(false)
  })

  it('tells what is billed from what is reserved, and what is left', async () => {
    newsroom.write('babelwire.yaml', config('{day: 1, article: 0.5}'))
    server.options = {
      respond: ({ route, form }) =>
        route === 'translate' && form.get('target_lang') === 'es'
          ? { kind: 'status', status: 500 }
          : 'ok',
    }
    expect((await newsroom.run('run')).code).toBe(4)
    const price = (server.counters.characters * 20) / 1e6
    const { limits } = await show()
    // Four attempts at Spanish that may have been billed.
    expect(limits).toEqual([
      expect.objectContaining({ limit: 'day', of: today, spent: price, reserved: 4 * price }),
      expect.objectContaining({ limit: 'month', of: today.slice(0, 7), spent: price }),
      { limit: 'language', of: 'es', spent: 0, reserved: 4 * price },
      { limit: 'language', of: 'zh-Hans', spent: price, reserved: 0 },
      { limit: 'article', amount: 0.5 },
      expect.objectContaining({ limit: 'article', of: 'ferry', left: 0.5 - 5 * price }),
    ])
    const { out } = await newsroom.run('budget', 'show')
    expect(out).toMatch(/^day\s+\S+\s+1\.00 EUR/m)
    expect(out).toContain('no limit')
    expect(out).toContain('may have been billed')
  })

  it('shows a reason as one line, whatever is written in it', async () => {
    await newsroom.run(
      ...['budget', 'raise', 'day', '5', '--by', 'Olha', '--reason', 'war\u202e\nroom\u001b[31m'],
    )
    const { out } = await newsroom.run('budget', 'show')
    expect(out).toContain('by Olha, ')
    expect(out).toContain('war\\u202e room\\u001b[31m\n')
  })
})
