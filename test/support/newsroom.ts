import { spawn, type ChildProcess } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { main } from '../../src/cli.ts'
import type { DeeplServer } from './deepl-server.ts'

/** What a command printed and how it ended. */
export interface Ended {
  readonly code: number
  readonly out: string
  readonly err: string
}

/** A newsroom in a folder of its own, as a user would have it. */
export interface Newsroom {
  readonly folder: string
  readonly path: (...parts: string[]) => string
  write(file: string, content: string): void
  read(file: string): string
  has(file: string): boolean
  /** A file of messages, manifest or index. */
  json<T = Record<string, string>>(file: string): T
  /** Runs a command in this process. */
  run(...args: string[]): Promise<Ended>
  /** Starts a command as a process of its own. */
  start(...args: string[]): { readonly child: ChildProcess; readonly ended: Promise<Ended> }
  remove(): void
}

const bin = fileURLToPath(new URL('../../bin/babelwire.js', import.meta.url))

/** A newsroom that translates with the DeepL server given, if any. */
export function openNewsroom(
  files: Readonly<Record<string, string>>,
  server?: DeeplServer,
): Newsroom {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'babelwire-test-'))
  const at = (...parts: string[]): string => path.join(folder, ...parts)
  const env: Record<string, string> = {
    NO_COLOR: '1',
    ...(process.env['PATH'] === undefined ? {} : { PATH: process.env['PATH'] }),
    ...(server === undefined ? {} : { DEEPL_AUTH_KEY: server.key, DEEPL_SERVER_URL: server.url }),
  }
  const newsroom: Newsroom = {
    folder,
    path: at,
    write: (file, content) => {
      mkdirSync(path.dirname(at(file)), { recursive: true })
      writeFileSync(at(file), content)
    },
    read: (file) => readFileSync(at(file), 'utf8'),
    has: (file) => existsSync(at(file)),
    json: <T>(file: string) => JSON.parse(readFileSync(at(file), 'utf8')) as T,
    run: async (...args) => {
      let out = ''
      let err = ''
      const code = await main(args, {
        out: (text) => void (out += text),
        note: (text) => void (err += text),
        env,
        folder,
        isInteractive: false,
        signal: new AbortController().signal,
      })
      return { code, out, err }
    },
    start: (...args) => {
      const child = spawn(process.execPath, [bin, ...args], { cwd: folder, env })
      let out = ''
      let err = ''
      child.stdout.on('data', (chunk: Buffer) => (out += chunk.toString()))
      child.stderr.on('data', (chunk: Buffer) => (err += chunk.toString()))
      const ended = new Promise<Ended>((resolve) => {
        child.on('close', (code, signal) =>
          resolve({ code: code ?? (signal === 'SIGKILL' ? 137 : 1), out, err }),
        )
      })
      return { child, ended }
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  }
  for (const [file, content] of Object.entries(files)) newsroom.write(file, content)
  return newsroom
}

/** Numbers of `--json`, as far as tests look at them. */
export interface RunJson {
  readonly articles: readonly {
    readonly id: string
    readonly languages: Readonly<Record<string, LanguageJson>>
  }[]
  readonly totals: NumbersJson
  readonly engine: string
}

interface NumbersJson {
  readonly segments: number
  readonly remembered: number
  readonly translated: number
  readonly held: number
  readonly characters: number
  readonly requests: number
  readonly cost: number
}

interface LanguageJson extends NumbersJson {
  readonly state: string
  readonly published: boolean
  readonly bundle?: string
  readonly unchanged: boolean
  readonly error?: string
  readonly heldSegments?: readonly {
    readonly key: string
    readonly findings: readonly { readonly check: string; readonly message: string }[]
  }[]
}
