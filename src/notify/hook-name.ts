import path from 'node:path'
import type { Hook } from '../config.ts'
import { shortHash } from '../hash.ts'

/**
 * A hook for messages: of an address no more than the host, since chat services put the key into
 * the path, and of a command the program without its arguments.
 */
export function printableHook(hook: Hook): string {
  if ('command' in hook) return `command ${path.basename(hook.command[0] ?? '')}`
  if (!URL.canParse(hook.webhook)) return 'webhook'
  const { origin, pathname } = new URL(hook.webhook)
  return `webhook ${origin}${pathname === '/' ? '/' : '/…'}`
}

/** What a job calls its hook by: `desk.example.org-3f2a91c07d5be846`. Other events or secrets keep it. */
export function hookId(hook: Hook): string {
  if ('command' in hook) return `${path.basename(hook.command[0] ?? '')}-${shortHash(hook.command)}`
  if (!URL.canParse(hook.webhook)) return shortHash(hook.webhook)
  const url = new URL(hook.webhook)
  // A changed password must not lose what waits, and a hash of it stands nowhere.
  url.username = ''
  url.password = ''
  return `${url.hostname}-${shortHash(url.href)}`
}
