import { formatError, showHidden } from './errors.ts'

/** What a line of the log says beside its event; an error is written as `formatError` does. */
export interface LogFields {
  readonly [name: string]: string | number | boolean | Error | undefined
  readonly at?: never
  readonly level?: never
  readonly event?: never
}

export type LogLevel = 'info' | 'warn' | 'error'

/** What a service tells whoever reads its output: one line for each event. */
export type Log = Readonly<Record<LogLevel, (event: string, fields?: LogFields) => void>>

export interface LogOptions {
  /** `json`: an object a line, for machines; `text`: time in UTC, level, event, `name=value`. */
  readonly format: 'text' | 'json'
  /** Takes one line, line feed included. */
  readonly write: (line: string) => void
  readonly now: () => Date
  /** Texts that are never written; see `secretValues`. */
  readonly secrets: readonly string[]
  /** The least that is written; `info` when absent. */
  readonly level?: LogLevel
}

const levels: readonly LogLevel[] = ['info', 'warn', 'error']

/** journald cuts a line at 48 KiB and Docker at 16 KiB; no value needs more than this. */
const longestValue = 4000

/** A log whose lines never break, hide no marks and hold no secret. */
export function createLog({ format, write, now, secrets, level = 'info' }: LogOptions): Log {
  const mask = createMask(secrets)
  const clean = (value: string): string => shorten(mask(value))
  const line = (of: LogLevel, event: string, fields: LogFields): string => {
    const at = now().toISOString()
    const known = Object.entries(fields).flatMap(([name, value]) =>
      value === undefined ? [] : [[clean(name), valueOf(value, clean)] as const],
    )
    if (format === 'json') {
      const base = { at, level: of, event: clean(event) }
      return JSON.stringify({ ...base, ...Object.fromEntries(known), ...base })
    }
    const time = at.slice(0, 19).replace('T', ' ')
    const said = known.map(([name, value]) => `${name}=${quote(String(value))}`)
    return [`${time} ${of.padEnd(5)} ${clean(event)}`, said.join(' ')].filter(Boolean).join('  ')
  }
  const tell =
    (of: LogLevel) =>
    (event: string, fields: LogFields = {}): void => {
      if (levels.indexOf(of) < levels.indexOf(level)) return
      write(`${unbroken(line(of, event, fields))}\n`)
    }
  return { info: tell('info'), warn: tell('warn'), error: tell('error') }
}

/**
 * What must never be written, from the environment variables that hold it: of an address such as
 * `DATABASE_URL` its password, of anything else the whole value.
 */
export function secretValues(
  env: Readonly<Record<string, string | undefined>>,
  names: Iterable<string>,
): readonly string[] {
  return [...new Set(names)].flatMap((name) => {
    const value = env[name]?.trim() ?? ''
    return /^[a-z][a-z0-9+.-]*:\/\//i.test(value) ? passwordsOf(value) : value === '' ? [] : [value]
  })
}

/** The passwords in an address: before its host, and as a parameter. What cannot be read is one. */
export function passwordsOf(address: string): readonly string[] {
  if (!URL.canParse(address)) return [address]
  const { password, searchParams } = new URL(address)
  return [decoded(password), ...searchParams.getAll('password')].filter((one) => one !== '')
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

/** A shorter one would black out words everywhere, and is none. */
const shortestSecret = 4

/** Puts `***` where a secret stands, each of its characters plain, percent-encoded or escaped as in JSON. */
function createMask(secrets: readonly string[]): (text: string) => string {
  const patterns = [...new Set(secrets.map((secret) => secret.trim()))]
    .filter((secret) => secret.length >= shortestSecret)
    // One that holds another is masked whole.
    .sort((a, b) => b.length - a.length)
    .map((secret) => Array.from(secret, anySpelling).join(''))
  if (patterns.length === 0) return (text) => text
  const pattern = new RegExp(patterns.join('|'), 'gu')
  return (text) => text.replace(pattern, '***')
}

function anySpelling(character: string): string {
  const encoded = Array.from(Buffer.from(character), (byte) => {
    const digits = byte.toString(16).padStart(2, '0')
    return `%${digits.replace(/[a-f]/g, (digit) => `[${digit}${digit.toUpperCase()}]`)}`
  }).join('')
  const spellings = [escaped(character), encoded]
  if (character === ' ') spellings.push('\\+')
  if (character === '"' || character === '\\') spellings.push(escaped(`\\${character}`))
  return `(?:${spellings.reverse().join('|')})`
}

function escaped(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')
}

function valueOf(
  value: string | number | boolean | Error,
  clean: (text: string) => string,
): string | number | boolean {
  if (typeof value === 'string') return clean(value)
  return value instanceof Error ? clean(formatError(value)) : value
}

function shorten(value: string): string {
  return value.length <= longestValue ? value : `${value.slice(0, longestValue)}…`
}

/** As it is where it is one plain word, in quotation marks where it is not. */
function quote(value: string): string {
  return /^[^\s"=\\]+$/u.test(value) ? value : JSON.stringify(value)
}

/** Every mark that ends a line, turns it round or hides a part of it, by its number. */
function unbroken(line: string): string {
  return showHidden(line).replace(
    /[\t\n\u2028\u2029]/g,
    (mark) => `\\u${mark.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
}
