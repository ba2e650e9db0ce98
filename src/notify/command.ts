import { spawn } from 'node:child_process'
import type { Hook } from '../config.ts'
import { DeliveryError } from './delivery-error.ts'
import { printableHook } from './hook-name.ts'
import type { Env } from './hooks.ts'
import type { Notification } from './notification.ts'

type CommandHook = Extract<Hook, { command: readonly string[] }>

/** What a command sees of the environment: no key and no password. */
const passedOn = ['PATH', 'HOME', 'LANG']

/** How much of what a failed command says is kept. */
const mostSaid = { bytes: 2048, lines: 3 }

/** How long the last words of a command that failed are waited for; what it started may hold the pipe. */
const lastWordsMs = 200

/**
 * Runs a command without a shell, the notification as JSON on its standard input. Aborting the
 * signal kills it with everything it started.
 * @throws {DeliveryError} `config` when it cannot be started, `answer` when it fails.
 */
export function runCommand(
  hook: CommandHook,
  notification: Notification,
  { env, folder }: { readonly env: Env; readonly folder: string },
  signal: AbortSignal,
): Promise<void> {
  const [program = '', ...args] = hook.command
  const { promise, resolve, reject } = Promise.withResolvers<void>()
  const cannotStart = (error: unknown): DeliveryError => {
    const { code = 'no code' } = error as NodeJS.ErrnoException
    return new DeliveryError('config', `${printableHook(hook)}: it cannot be started (${code})`, {
      mend: 'Write a program of PATH, or the path of a file that may be run.',
    })
  }
  const start = (): ReturnType<typeof spawn> =>
    spawn(program, args, {
      cwd: folder,
      env: { ...chosen(env), BABELWIRE_EVENT: notification.event },
      stdio: ['pipe', 'ignore', 'pipe'],
      // A group of its own, so that what it started is killed with it.
      detached: true,
    })
  let child: ReturnType<typeof spawn>
  try {
    child = start()
  } catch (error) {
    // Arguments that no program can take, such as one with a NUL.
    return Promise.reject(cannotStart(error))
  }
  const said: Buffer[] = []
  const kill = (): void => {
    killGroup(child.pid)
    reject(signal.reason)
  }
  const end = (code: number | null, name: NodeJS.Signals | null): void => {
    if (code === 0) resolve()
    else reject(failure(hook, code === null ? `by ${name}` : `with code ${code}`, said))
  }
  signal.addEventListener('abort', kill, { once: true })
  child.on('error', (error) => reject(cannotStart(error)))
  child.on('close', end)
  child.on('exit', (code, name) => {
    setTimeout(() => end(code, name), code === 0 ? 0 : lastWordsMs)
  })
  child.stderr?.on('data', (chunk: Buffer) => {
    if (Buffer.concat(said).length < mostSaid.bytes) said.push(chunk)
  })
  // A command need not read what it is told.
  child.stdin?.on('error', () => {})
  child.stdin?.end(`${JSON.stringify(notification)}\n`)
  return promise.finally(() => {
    signal.removeEventListener('abort', kill)
    child.stdin?.destroy()
    child.stderr?.destroy()
  })
}

function chosen(env: Env): Record<string, string> {
  return Object.fromEntries(
    passedOn.flatMap((name) => {
      const value = env[name]
      return value === undefined ? [] : [[name, value]]
    }),
  )
}

function killGroup(pid: number | undefined): void {
  if (pid === undefined) return
  try {
    process.kill(-pid, 'SIGKILL')
  } catch {
    // It has ended already.
  }
}

function failure(hook: CommandHook, how: string, said: readonly Buffer[]): DeliveryError {
  const text = Buffer.concat(said).subarray(0, mostSaid.bytes).toString('utf8')
  const lines = text.split(/\r?\n/).filter((line) => line.trim() !== '')
  const words = lines.slice(0, mostSaid.lines).join(' / ')
  const what = `${printableHook(hook)}: it ended ${how}`
  return new DeliveryError('answer', words === '' ? what : `${what}: ${words}`, {
    mend: 'Run it by hand with a notification on its standard input.',
  })
}
