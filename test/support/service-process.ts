import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { eventually } from './eventually.ts'
import { logLines, type LogLine, type LogLines } from './log-lines.ts'

/** `babelwire start` or `worker` as a process of its own. */
export interface ServiceProcess {
  readonly pid: number
  readonly log: LogLines
  readonly isRunning: () => boolean
  /** The first line of an event, once it is there. */
  line(event: string, fields?: Readonly<Record<string, unknown>>): Promise<LogLine>
  /** Where it listens. */
  url(): Promise<string>
  signal(name: 'SIGTERM' | 'SIGHUP'): void
  /** SIGTERM; resolves with the exit code. */
  stop(): Promise<number>
  /** kill -9; resolves when it is gone. */
  kill(): Promise<void>
  /** The exit code; 137 after `kill`. */
  readonly ended: Promise<number>
}

const bin = fileURLToPath(new URL('../../bin/babelwire.js', import.meta.url))

/** Starts a service in the folder of a newsroom, on a free port; who starts it must end it. */
export function startProcess(
  purpose: 'start' | 'worker',
  folder: string,
  env: Readonly<Record<string, string>>,
): ServiceProcess {
  const child = spawn(process.execPath, [bin, purpose, '--log', 'json', '--port', '0'], {
    cwd: folder,
    env: { NO_COLOR: '1', PATH: process.env['PATH'] ?? '', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const log = logLines()
  child.stdout.setEncoding('utf8').on('data', log.write)
  child.stderr.setEncoding('utf8').on('data', log.write)
  let isRunning = true
  const ended = new Promise<number>((resolve) => {
    child.on('close', (code, signal) => {
      isRunning = false
      resolve(code ?? (signal === 'SIGKILL' ? 137 : 1))
    })
  })
  const line: ServiceProcess['line'] = async (event, fields) => {
    await eventually(`"${event}" in the log`, () => {
      if (log.of(event, fields).length > 0) return true
      if (!isRunning) throw new Error(`ended before "${event}":\n${log.text()}`)
      return false
    })
    return log.of(event, fields)[0] as LogLine
  }
  return {
    pid: child.pid ?? 0,
    log,
    isRunning: () => isRunning,
    line,
    url: async () =>
      String((await line(purpose === 'start' ? 'service started' : 'worker started'))['url']),
    signal: (name) => void child.kill(name),
    stop: () => {
      child.kill('SIGTERM')
      return ended
    },
    kill: async () => {
      child.kill('SIGKILL')
      await ended
    },
    ended,
  }
}
