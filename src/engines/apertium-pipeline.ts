import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process'
import { once } from 'node:events'

import { BabelwireError } from '../errors.ts'
import { EngineError } from './engine.ts'

/** The programs of one mode, kept running: one message in, one message out, in order. */
export interface Pipeline {
  /** The process group of the programs. */
  readonly pid: number
  /** Translates one message in Apertium's stream format (`apertium-stream.ts`). */
  ask(message: string, signal?: AbortSignal): Promise<string>
  /** Ends the programs; what is under way is rejected. */
  close(): Promise<void>
}

export interface PipelineOptions {
  /** The longest silence while answers are due. */
  readonly patienceMs?: number | undefined
  /** Called once, when the programs have ended or were ended. */
  readonly onBroken?: () => void
}

interface Call {
  readonly id: number
  readonly message: string
  settle(answer: string | Error): void
  isSettled: boolean
}

/** A paragraph takes milliseconds. */
const defaultPatienceMs = 60_000

/**
 * Starts the programs of a mode.
 *
 * Each message carries its number in a blank at the end, which comes back with the answer: should
 * a text ever cost or add an answer, the pipeline is ended instead of giving text to the wrong
 * segment. A cancelled message that was already written stays in line, and its answer is dropped.
 */
export function startPipeline(
  name: string,
  command: string,
  options: PipelineOptions = {},
): Pipeline {
  const { patienceMs = defaultPatienceMs, onBroken } = options
  // A process group of its own, so that all programs can be ended by one signal.
  const shell = spawn('sh', ['-c', command, 'apertium', '-g'], { detached: true, stdio: 'pipe' })
  const closed = once(shell, 'close').catch(() => undefined)
  const waiting: Call[] = []
  const written: Call[] = []
  let partial = ''
  let complaint = ''
  let failure: EngineError | undefined
  let count = 0
  let timer: NodeJS.Timeout | undefined

  const fail = (why: string): void => {
    if (failure !== undefined) return
    failure = new EngineError('engine', `Apertium ${name} ${why}${complaint}`, 'temporary')
    clearTimeout(timer)
    for (const call of [...written.splice(0), ...waiting.splice(0)]) call.settle(failure)
    endGroup(shell)
    onBroken?.()
  }
  const watch = (): void => {
    clearTimeout(timer)
    if (written.length === 0 || failure !== undefined) return
    timer = setTimeout(() => fail(`gave no answer for ${patienceMs} ms`), patienceMs)
  }
  const receive = (message: string): void => {
    const call = written[0]
    const tail = `[;${call?.id}]`
    if (call === undefined || !message.endsWith(tail)) return fail('lost its place')
    written.shift()
    call.settle(message.slice(0, -tail.length))
  }
  /** Writes as much as the pipe takes: a kernel buffer of messages is under way at once. */
  const pump = (): void => {
    while (waiting.length > 0 && !shell.stdin.writableNeedDrain && failure === undefined) {
      const call = waiting.shift()
      if (call === undefined || call.isSettled) continue
      written.push(call)
      shell.stdin.write(`${call.message}[;${call.id}]\0`)
      if (written.length === 1) watch()
    }
  }

  shell.stdout.setEncoding('utf8')
  shell.stdout.on('data', (chunk: string) => {
    const messages = (partial + chunk).split('\0')
    partial = messages.pop() ?? ''
    for (const message of messages) receive(message)
    watch()
  })
  shell.stderr.setEncoding('utf8')
  shell.stderr.on('data', (chunk: string) => {
    complaint = `: ${chunk.trim().slice(-200)}`
  })
  shell.stdin.on('drain', pump)
  shell.stdin.on('error', () => fail('stopped reading'))
  shell.stdout.on('end', () => fail('stopped'))
  shell.on('error', (error) => fail(`cannot be started (${error.message})`))

  return {
    pid: shell.pid ?? 0,
    ask: (message, signal) =>
      new Promise((resolve, reject) => {
        if (failure !== undefined) return reject(failure)
        if (signal?.aborted) return reject(interrupted(signal))
        const cancel = (): void => {
          if (signal !== undefined) call.settle(interrupted(signal))
        }
        const call: Call = {
          id: ++count,
          message,
          isSettled: false,
          settle(answer) {
            if (call.isSettled) return
            call.isSettled = true
            signal?.removeEventListener('abort', cancel)
            if (typeof answer === 'string') resolve(answer)
            else reject(answer)
          },
        }
        signal?.addEventListener('abort', cancel, { once: true })
        waiting.push(call)
        pump()
      }),
    async close() {
      fail('was closed')
      await closed
    },
  }
}

function endGroup(shell: ChildProcessWithoutNullStreams): void {
  if (shell.pid === undefined) return
  try {
    process.kill(-shell.pid, 'SIGKILL')
  } catch {
    // The group is gone already.
  }
}

/** What a cancelled or overdue request is rejected with. */
export function interrupted(signal: AbortSignal): BabelwireError {
  const reason: unknown = signal.reason
  return reason instanceof DOMException && reason.name === 'TimeoutError'
    ? new EngineError('engine', 'Apertium did not answer in time', 'temporary')
    : new BabelwireError('cancelled', 'the request to Apertium was cancelled')
}
