import { accessSync, constants, statSync } from 'node:fs'
import path from 'node:path'
import type { Hook } from '../config.ts'
import { BabelwireError } from '../errors.ts'
import { passwordsOf, secretValues } from '../log.ts'
import { hookId, printableHook } from './hook-name.ts'
import type { Notification } from './notification.ts'

/** The environment of the service. */
export type Env = Readonly<Record<string, string | undefined>>

/** What a delivery job carries: no address and no secret, the hook is looked up when it is done. */
export type DeliveryData = {
  /** See `hookFor`. */
  readonly hook: string
  readonly notification: Notification
}

/** A job for each hook that wants this event, its name the same whenever the event is told again. */
export function notificationsFor(
  hooks: readonly Hook[],
  notification: Notification,
): readonly { readonly name: string; readonly data: DeliveryData }[] {
  const wanting = hooks.filter(({ events }) => events.includes(notification.event))
  return [...new Set(wanting.map(hookId))].map((hook) => ({
    name: `${notification.event} ${notification.id} ${hook}`,
    data: { hook, notification },
  }))
}

/** The hook that a job is for; nothing when the configuration has it no more. */
export function hookFor(hooks: readonly Hook[], data: DeliveryData): Hook | undefined {
  return hooks.find(
    (hook) => hook.events.includes(data.notification.event) && hookId(hook) === data.hook,
  )
}

/** What a log must mask of the hooks: what signs, and passwords in their addresses. */
export function hookSecrets(hooks: readonly Hook[], env: Env): readonly string[] {
  return hooks.flatMap((hook) => {
    if ('command' in hook) return []
    const names = hook.secretEnv === undefined ? [] : [hook.secretEnv]
    return [...secretValues(env, names), ...passwordsOf(hook.webhook)]
  })
}

/**
 * The secret that signs what a webhook gets, when it has one.
 * @throws {BabelwireError} `config` naming the variable that is not set.
 */
export function secretOf(hook: Extract<Hook, { webhook: string }>, env: Env): string | undefined {
  if (hook.secretEnv === undefined) return undefined
  const secret = env[hook.secretEnv]?.trim() ?? ''
  if (secret !== '') return secret
  throw new BabelwireError('config', `${printableHook(hook)}: ${hook.secretEnv} is not set`, {
    mend: `Put the secret that signs its notifications into the environment variable ${hook.secretEnv}.`,
  })
}

/**
 * Finds what is wrong with the hooks before there is anything to tell.
 * @param folder what the programs of commands are relative to
 * @throws {BabelwireError} `config` when an address or a secret is not usable, or a program is not there.
 */
export function checkHooks(hooks: readonly Hook[], env: Env, folder: string = '.'): void {
  for (const hook of hooks) {
    if ('command' in hook) checkProgram(hook.command[0] ?? '', env, folder)
    else if (URL.canParse(hook.webhook)) secretOf(hook, env)
    else {
      throw new BabelwireError('config', 'a webhook is not an address', {
        mend: 'Write it as https://host/path, other characters percent-encoded.',
      })
    }
  }
}

function checkProgram(program: string, env: Env, folder: string): void {
  const places = program.includes('/') ? [folder] : (env['PATH'] ?? '').split(path.delimiter)
  if (places.some((place) => isProgram(path.resolve(place, program)))) return
  throw new BabelwireError('config', `there is no program ${program} to notify`, {
    mend: 'Write a program of PATH, or the path of a file that may be run, and no shell line.',
  })
}

function isProgram(file: string): boolean {
  try {
    accessSync(file, constants.X_OK)
    return statSync(file).isFile()
  } catch {
    return false
  }
}
