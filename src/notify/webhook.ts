import { createHmac } from 'node:crypto'
import type { Hook } from '../config.ts'
import { DeliveryError } from './delivery-error.ts'
import { printableHook } from './hook-name.ts'
import type { Notification } from './notification.ts'

type Webhook = Extract<Hook, { webhook: string }>

/** What is read of an answer, in bytes, so that its connection can be used again. */
const mostAnswer = 64 * 1024

/** The longest pause that a receiver is believed to mean, in seconds. */
const longestRetrySeconds = 24 * 3600

/**
 * Posts a notification as JSON; redirects are not followed, since they would take what is signed
 * for one receiver to another.
 * @throws {DeliveryError} `network`: not 2xx, or no answer. Permanent when the receiver is gone (410).
 */
export async function postWebhook(
  hook: Webhook,
  notification: Notification,
  secret: string | undefined,
  at: Date,
  send: typeof fetch,
  signal: AbortSignal,
): Promise<void> {
  const url = new URL(hook.webhook)
  const body = JSON.stringify(notification)
  const headers = {
    'Content-Type': 'application/json; charset=utf-8',
    'User-Agent': 'Babelwire',
    'Babelwire-Event': notification.event,
    'Babelwire-Delivery': notification.id,
    ...(secret === undefined ? {} : { 'Babelwire-Signature': sign(secret, body, at) }),
    ...basicAuthorization(url),
  }
  url.username = ''
  url.password = ''
  let response: Response
  try {
    response = await send(url, { method: 'POST', headers, body, redirect: 'manual', signal })
  } catch (error) {
    throw new DeliveryError('network', `${printableHook(hook)}: ${brokenBy(error)}`, {
      mend: 'Check that the receiver runs and can be reached from here.',
    })
  }
  await drop(response)
  if (!response.ok) throw refusal(hook, response)
}

/** `t=<unix seconds>,v1=<hex HMAC-SHA256 of "t.body">`; the time keeps an old one from being sent again. */
export function sign(secret: string, body: string, at: Date): string {
  const seconds = Math.floor(at.getTime() / 1000)
  const digest = createHmac('sha256', secret).update(`${seconds}.${body}`).digest('hex')
  return `t=${seconds},v1=${digest}`
}

/** `fetch` takes no name and password in an address. */
function basicAuthorization(url: URL): { readonly Authorization?: string } {
  if (url.username === '' && url.password === '') return {}
  const pair = `${unescaped(url.username)}:${unescaped(url.password)}`
  return { Authorization: `Basic ${Buffer.from(pair).toString('base64')}` }
}

/** Without percent-encoding, where that is whole. */
function unescaped(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    return part
  }
}

/** Reads an answer to its end or its limit; the status was the answer, so a body that breaks is none of ours. */
async function drop({ body }: Response): Promise<void> {
  if (body === null) return
  const reader = body.getReader()
  try {
    for (let length = 0; length < mostAnswer;) {
      const { done, value } = await reader.read()
      if (done) return
      length += value.length
    }
    await reader.cancel()
  } catch {
    return
  }
}

function refusal(hook: Webhook, { status, headers }: Response): DeliveryError {
  const name = printableHook(hook)
  if (status === 410) {
    return new DeliveryError(
      'network',
      `${name}: the receiver is gone for good (status 410)`,
      { mend: 'Take it out of notify in the configuration.' },
      { isPermanent: true },
    )
  }
  if (status >= 300 && status < 400) {
    return new DeliveryError('network', `${name}: it redirects (status ${status})`, {
      mend: 'Give the address where it ends; redirects are not followed.',
    })
  }
  const retry = headers.get('retry-after')?.trim() ?? ''
  const seconds = /^\d{1,6}$/.test(retry) ? Number(retry) : Infinity
  return new DeliveryError(
    'network',
    `${name}: the receiver answered with status ${status}`,
    { mend: 'Look into the log of the receiver.' },
    seconds <= longestRetrySeconds ? { retryAfterMs: seconds * 1000 } : {},
  )
}

/** Nothing of the foreign error but its code: it may hold the address. */
function brokenBy(error: unknown): string {
  const { code } = ((error as Error).cause ?? error) as NodeJS.ErrnoException
  return `the connection failed (${typeof code === 'string' ? code : 'no code'})`
}
