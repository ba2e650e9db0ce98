import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Hook } from '../../src/config.ts'
import { formatError } from '../../src/errors.ts'
import { deliver } from '../../src/notify/index.ts'
import { inArabic, inChinese } from './events.ts'

const now = (): Date => new Date('2026-11-23T08:32:00Z')
const env = {
  PATH: process.env['PATH'],
  HOME: '/home/desk',
  LANG: 'uk_UA.UTF-8',
  DEEPL_AUTH_KEY: 'canary-key:fx',
  DATABASE_URL: 'postgres://desk:canary@db.example.org/news',
}
let folder: string

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'babelwire-command-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

/** A hook that runs a script of the folder. */
function script(lines: string, ...args: readonly string[]): Hook {
  const file = path.join(folder, 'tell-the-desk.sh')
  writeFileSync(file, `#!/bin/sh\n${lines}\n`)
  chmodSync(file, 0o755)
  return { command: ['./tell-the-desk.sh', ...args], events: ['published', 'held'] }
}

const read = (name: string): string => readFileSync(path.join(folder, name), 'utf8')

describe('a command', () => {
  it('gets the notification as one line of JSON, every script as it is', async () => {
    const hook = script('cat >> told.jsonl')
    await deliver(hook, inChinese, { env, now, folder })
    await deliver(hook, inArabic, { env, now, folder })
    const told = read('told.jsonl').trimEnd().split('\n')
    expect(told.map((line) => JSON.parse(line) as unknown)).toEqual([inChinese, inArabic])
  })

  it('sees the event and nothing secret of the environment', async () => {
    await deliver(script('env > seen.txt'), inChinese, { env, now, folder })
    const seen = read('seen.txt')
    expect(seen).toContain('BABELWIRE_EVENT=published\n')
    expect(seen).toContain('HOME=/home/desk\n')
    expect(seen).toContain('LANG=uk_UA.UTF-8\n')
    expect(seen).not.toMatch(/canary|DEEPL|DATABASE/)
  })

  it('gets its arguments as they are, no shell between', async () => {
    const hook = script('printf %s "$1" > argument.txt', '$(touch broken-in); "Київ" * `id`')
    await deliver(hook, inChinese, { env, now, folder })
    expect(read('argument.txt')).toBe('$(touch broken-in); "Київ" * `id`')
    expect(existsSync(path.join(folder, 'broken-in'))).toBe(false)
  })

  it('may leave what it is told unread', async () => {
    const long = { ...inChinese, reason: 'Рівень води зростає. '.repeat(20_000) }
    await deliver(script('exit 0'), long, { env, now, folder })
  })

  it('that fails is the reason in its own first words', async () => {
    const hook = script('printf "немає зв’язку\\n\\nwith \\033[31mthe desk\\n3\\n4\\n" >&2; exit 3')
    const error: unknown = await deliver(hook, inChinese, { env, now, folder }).catch(
      (thrown: unknown) => thrown,
    )
    expect(error).toMatchObject({ code: 'answer', isPermanent: false })
    expect(formatError(error)).toContain(
      'command tell-the-desk.sh: it ended with code 3: немає зв’язку / with \\u001b[31mthe desk / 3  ',
    )
  })

  it('that says a lot while it fails is cut short', async () => {
    const hook = script('head -c 3000000 /dev/zero | tr "\\0" "x" >&2; exit 1')
    const error: unknown = await deliver(hook, inChinese, { env, now, folder }).catch(
      (thrown: unknown) => thrown,
    )
    expect((error as Error).message.length).toBeLessThan(2200)
    expect((error as Error).message).toContain('with code 1: xxx')
  })

  it('that hangs is killed', async () => {
    const hook = script('echo $$ > pids; exec sleep 600')
    await expect(
      deliver(hook, inChinese, { env, now, folder, timeoutMs: 1_000 }),
    ).rejects.toMatchObject({ message: expect.stringContaining('not done after 1 s') as string })
    const pids = existsSync(path.join(folder, 'pids')) ? read('pids').trim().split('\n') : []
    await expect.poll(() => pids.map(Number).filter(isRunning)).toEqual([])
  })

  it('is killed when the service stops, with what it started', async () => {
    const stop = new AbortController()
    const hook = script('echo $$ > pids; sleep 600 & echo $! >> pids; wait')
    const delivery = deliver(hook, inChinese, { env, now, folder, signal: stop.signal })
    const failed = expect(delivery).rejects.toMatchObject({ code: 'cancelled' })
    await expect
      .poll(() => existsSync(path.join(folder, 'pids')) && read('pids'), { timeout: 20_000 })
      .toMatch(/^\d+\n\d+\n$/)
    stop.abort()
    await failed
    const pids = read('pids').trim().split('\n').map(Number)
    await expect.poll(() => pids.filter(isRunning)).toEqual([])
  })

  it('that leaves something running in the background has succeeded', async () => {
    const hook = script('sleep 600 & echo $! > pids; exit 0')
    await deliver(hook, inChinese, { env, now, folder })
    process.kill(Number(read('pids')))
  })

  it('that is not there cannot be started', async () => {
    const hook: Hook = { command: ['./no-such-script.sh', 'secret-argument'], events: ['held'] }
    const error: unknown = await deliver(hook, inArabic, { env, now, folder }).catch(
      (thrown: unknown) => thrown,
    )
    expect(error).toMatchObject({ code: 'config' })
    expect(formatError(error)).toContain('it cannot be started (ENOENT)')
    expect(formatError(error)).not.toContain('secret-argument')
  })

  it('with an argument that no program can take cannot be started', async () => {
    const hook: Hook = { command: ['sh', 'a\0b'], events: ['held'] }
    await expect(deliver(hook, inArabic, { env, now, folder })).rejects.toMatchObject({
      code: 'config',
    })
  })
})

/** Whether a process is there; one that ended and was not waited for yet is not. */
function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return !/^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'))
  } catch {
    return false
  }
}
