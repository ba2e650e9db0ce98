import { spawn, type ChildProcess } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { onTestFinished } from 'vitest'

/** A folder that is gone after the test. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'babelwire-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

/** A process of its own, and the lines it prints as they come. */
export interface Script {
  readonly child: ChildProcess
  readonly lines: string[]
  /** Resolves with the first line, rejects when the process ends without one. */
  readonly firstLine: Promise<string>
  readonly ended: Promise<{ readonly code: number | null; readonly errors: string }>
}

/** Runs TypeScript in another process; it imports from `../src/` by `SRC`. */
export function startScript(code: string, ...args: readonly string[]): Script {
  const source = new URL('../../src/', import.meta.url).href
  const child = spawn(
    process.execPath,
    [
      '--disable-warning=ExperimentalWarning',
      '--input-type=module-typescript',
      '--eval',
      code.replaceAll('SRC/', source),
      ...args,
    ],
    { stdio: ['ignore', 'pipe', 'pipe'] },
  )
  onTestFinished(() => {
    child.kill('SIGKILL')
  })
  const lines: string[] = []
  let rest = ''
  let errors = ''
  const first = Promise.withResolvers<string>()
  first.promise.catch(() => undefined)
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
    const parts = (rest + chunk).split('\n')
    rest = parts.pop() ?? ''
    lines.push(...parts)
    if (lines[0] !== undefined) first.resolve(lines[0])
  })
  child.stderr.setEncoding('utf8').on('data', (chunk: string) => {
    errors += chunk
  })
  const ended = new Promise<{ code: number | null; errors: string }>((resolve) => {
    child.on('close', (code) => {
      first.reject(new Error(`ended without a word: ${errors}`))
      resolve({ code, errors })
    })
  })
  return { child, lines, firstLine: first.promise, ended }
}
