import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterEach, describe, expect, it } from 'vitest'
import type { Hook } from '../../src/config.ts'
import { formatError } from '../../src/errors.ts'
import { deliver, DeliveryError } from '../../src/notify/index.ts'
import { inArabic, inChinese } from './events.ts'
import { startReceiver, type Answer, type Receiver } from './receiver.ts'

const events = ['published', 'held'] as const
const env = { DESK_SECRET: 'whsec-0b5c-Сєкрет' }
const now = (): Date => new Date('2026-11-23T08:32:00.900Z')
const open: Receiver[] = []

async function receiver(...answers: readonly Answer[]): Promise<Receiver> {
  const started = await startReceiver(...answers)
  open.push(started)
  return started
}

function hookAt(webhook: string): Hook {
  return { webhook, secretEnv: 'DESK_SECRET', events }
}

/** What is thrown, as an error of a delivery. */
async function failure(delivery: Promise<void>): Promise<DeliveryError> {
  const error = await delivery.then(
    () => undefined,
    (thrown: unknown) => thrown,
  )
  expect(error).toBeInstanceOf(DeliveryError)
  return error as DeliveryError
}

afterEach(async () => {
  await Promise.all(open.splice(0).map((one) => one.close()))
})

describe('a webhook', () => {
  it('gets the event as JSON, every script as it is, under the id of the event', async () => {
    const desk = await receiver(204)
    await deliver(hookAt(`${desk.url}/hooks/babelwire`), inChinese, { env, now })
    await deliver(hookAt(`${desk.url}/hooks/babelwire`), inArabic, { env, now })
    const [chinese, arabic] = desk.deliveries
    expect(JSON.parse(String(chinese?.body))).toEqual(inChinese)
    expect(JSON.parse(String(arabic?.body))).toEqual(inArabic)
    expect(chinese?.method).toBe('POST')
    expect(chinese?.headers).toMatchObject({
      'content-type': 'application/json; charset=utf-8',
      'babelwire-event': 'published',
      'babelwire-delivery': inChinese.id,
    })
  })

  it('is told again with the same id after it failed', async () => {
    const desk = await receiver(500, 200)
    const error = await failure(deliver(hookAt(desk.url), inChinese, { env, now }))
    expect(error).toMatchObject({ code: 'network', isPermanent: false })
    expect(error.message).toContain('status 500')
    await deliver(hookAt(desk.url), inChinese, { env, now })
    const ids = desk.deliveries.map(({ headers }) => headers['babelwire-delivery'])
    expect(ids).toEqual([inChinese.id, inChinese.id])
  })

  it('that is gone for good is not told again', async () => {
    const desk = await receiver(410)
    const error = await failure(deliver(hookAt(desk.url), inChinese, { env, now }))
    expect(error.isPermanent).toBe(true)
    expect(error.message).toContain('gone for good')
  })

  it('that says nothing is cut off', async () => {
    const desk = await receiver('silent')
    const error = await failure(deliver(hookAt(desk.url), inChinese, { env, now, timeoutMs: 300 }))
    expect(error.message).toContain('not done after 0.3 s')
  })

  it('that is not there fails with the code of the system', async () => {
    const desk = await receiver(200)
    await desk.close()
    const error = await failure(deliver(hookAt(desk.url), inChinese, { env, now }))
    expect(error.message).toContain('ECONNREFUSED')
  })

  it('that breaks the connection fails', async () => {
    const desk = await receiver('reset')
    const error = await failure(deliver(hookAt(desk.url), inChinese, { env, now }))
    expect(error.code).toBe('network')
  })

  it('is not followed to where it redirects', async () => {
    const stranger = await receiver(200)
    const desk = await receiver({ redirectTo: stranger.url })
    const error = await failure(deliver(hookAt(desk.url), inChinese, { env, now }))
    expect(error.message).toContain('it redirects (status 307)')
    expect(stranger.deliveries).toEqual([])
  })

  it('that answers without end is heard for a moment only', async () => {
    const desk = await receiver('endless')
    await deliver(hookAt(desk.url), inChinese, { env, now })
    // What the system holds on its way is a few MB.
    expect(desk.sent()).toBeLessThan(30 * 1024 * 1024)
  })

  it('that accepts and then stalls has accepted', async () => {
    const desk = await receiver('stalled body')
    await deliver(hookAt(desk.url), inChinese, { env, now, timeoutMs: 300 })
    expect(desk.deliveries).toHaveLength(1)
  })

  it('is not told by a service that stops', async () => {
    const desk = await receiver('silent')
    const stop = new AbortController()
    const delivery = deliver(hookAt(desk.url), inChinese, { env, now, signal: stop.signal })
    stop.abort()
    await expect(delivery).rejects.toMatchObject({ code: 'cancelled' })
    const { length } = desk.deliveries
    const another = deliver(hookAt(desk.url), inChinese, { env, now, signal: stop.signal })
    await expect(another).rejects.toMatchObject({ code: 'cancelled' })
    expect(desk.deliveries).toHaveLength(length)
  })

  it('asks for a pause in seconds, and is not believed an absurd one', async () => {
    const answers = (retryAfter: string): typeof fetch => {
      return async () => new Response('', { status: 503, headers: { 'retry-after': retryAfter } })
    }
    const pause = async (retryAfter: string): Promise<number | undefined> => {
      const options = { env, now, fetch: answers(retryAfter) }
      const delivery = deliver(hookAt('https://desk.example.org/'), inChinese, options)
      return (await failure(delivery)).retryAfterMs
    }
    expect(await pause('120')).toBe(120_000)
    expect(await pause('999999')).toBeUndefined()
    expect(await pause(' ')).toBeUndefined()
  })
})

describe('what a webhook keeps to itself', () => {
  it('is the name and the password in its address, which go into a header', async () => {
    const desk = await receiver(200, 500)
    const address = `${desk.url.replace('//', '//desk:p%40ss-w0rd@')}/hooks/T0KEN-in-the-path?key=k3y`
    await deliver(hookAt(address), inChinese, { env, now })
    const basic = `Basic ${Buffer.from('desk:p@ss-w0rd').toString('base64')}`
    expect(desk.deliveries[0]?.headers['authorization']).toBe(basic)
    const error = await failure(deliver(hookAt(address), inChinese, { env, now }))
    expect(formatError(error)).toContain(`webhook ${desk.url}/…`)
    expect(formatError(error)).not.toMatch(/p(?:%40|@)ss|T0KEN|k3y|desk:/)
  })

  it('stays hidden where the connection fails', async () => {
    const desk = await receiver(200)
    await desk.close()
    const address = desk.url.replace('//', '//desk:p4ssword@')
    const error = await failure(deliver(hookAt(address), inChinese, { env, now }))
    expect(`${formatError(error)} ${error.stack} ${String(error.cause)}`).not.toContain('p4ssword')
  })
})

describe('the signature', () => {
  /** The receiver's side, as docs/notifications.md gives it. */
  async function documented(): Promise<
    (secret: string, header: string | undefined, body: Buffer | string, now?: number) => boolean
  > {
    const page = readFileSync(new URL('../../docs/notifications.md', import.meta.url), 'utf8')
    const [, code = ''] = /```js\n(.*?)```/s.exec(page) ?? []
    const folder = mkdtempSync(path.join(tmpdir(), 'babelwire-receiver-'))
    try {
      const file = path.join(folder, 'verify.mjs')
      writeFileSync(file, code)
      return (await import(pathToFileURL(file).href)).verifySignature
    } finally {
      rmSync(folder, { recursive: true })
    }
  }

  it('is verified by the code of the manual, and not where anything was changed', async () => {
    const verify = await documented()
    const desk = await receiver(204)
    await deliver(hookAt(desk.url), inArabic, { env, now })
    const [delivery] = desk.deliveries
    const header = String(delivery?.headers['babelwire-signature'])
    const body = delivery?.body ?? Buffer.alloc(0)
    const at = now().getTime()
    expect(header).toMatch(/^t=1795422720,v1=[0-9a-f]{64}$/)
    expect(verify(env.DESK_SECRET, header, body, at)).toBe(true)
    expect(verify(env.DESK_SECRET, header, body.toString('utf8'), at)).toBe(true)

    const tampered = body.toString('utf8').replace('river-flood', 'other-flood')
    expect(verify(env.DESK_SECRET, header, tampered, at)).toBe(false)
    expect(verify('another secret', header, body, at)).toBe(false)
    expect(verify(env.DESK_SECRET, header.replace('t=17', 't=18'), body, at)).toBe(false)
    expect(verify(env.DESK_SECRET, header, body, at + 301_000)).toBe(false)
    expect(verify(env.DESK_SECRET, undefined, body, at)).toBe(false)
    expect(verify(env.DESK_SECRET, 'v1=abc', body, at)).toBe(false)
  })

  it('is left out where there is no secret', async () => {
    const desk = await receiver(204)
    await deliver({ webhook: desk.url, events }, inChinese, { env, now })
    expect(desk.deliveries[0]?.headers).not.toHaveProperty('babelwire-signature')
  })

  it('whose secret is not set keeps everything from being sent', async () => {
    const desk = await receiver(204)
    await expect(deliver(hookAt(desk.url), inChinese, { env: {}, now })).rejects.toMatchObject({
      code: 'config',
      message: expect.stringContaining('DESK_SECRET is not set') as string,
    })
    expect(desk.deliveries).toEqual([])
  })
})
