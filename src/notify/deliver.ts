import type { Hook } from '../config.ts'
import { runCommand } from './command.ts'
import { DeliveryError } from './delivery-error.ts'
import { printableHook } from './hook-name.ts'
import { secretOf, type Env } from './hooks.ts'
import type { Notification } from './notification.ts'
import { postWebhook } from './webhook.ts'
import { within } from './within.ts'

export interface DeliverOptions {
  readonly env: Env
  readonly now: () => Date
  readonly fetch?: typeof fetch
  /** What the programs of commands are relative to; the working folder when absent. */
  readonly folder?: string
  /** For everything; 10 s for a webhook and 30 s for a command when absent. */
  readonly timeoutMs?: number
  readonly signal?: AbortSignal
}

const webhookTimeoutMs = 10_000
const commandTimeoutMs = 30_000

/**
 * One try to tell a receiver; a queue tries again.
 * @throws {DeliveryError} when it was not told, `isPermanent` where another try is no use;
 * `BabelwireError` `config` when its secret is not set, `cancelled` when the signal is aborted.
 */
export async function deliver(
  hook: Hook,
  notification: Notification,
  { env, now, fetch: send = fetch, folder = '.', timeoutMs, signal }: DeliverOptions,
): Promise<void> {
  if ('command' in hook) {
    const limitMs = timeoutMs ?? commandTimeoutMs
    await within(limitMs, signal, late(hook, 'answer', limitMs), (stop) =>
      runCommand(hook, notification, { env, folder }, stop),
    )
    return
  }
  const secret = secretOf(hook, env)
  const limitMs = timeoutMs ?? webhookTimeoutMs
  await within(limitMs, signal, late(hook, 'network', limitMs), (stop) =>
    postWebhook(hook, notification, secret, now(), send, stop),
  )
}

function late(hook: Hook, code: 'network' | 'answer', limitMs: number): () => DeliveryError {
  const what = `${printableHook(hook)}: not done after ${limitMs / 1000} s`
  const mend = 'Have it take the notification at once, and work on it later.'
  return () => new DeliveryError(code, what, { mend })
}
