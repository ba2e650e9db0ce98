import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { createGunzip } from 'node:zlib'
import { BabelwireError } from '../errors.ts'
import type { Row, Table } from '../storage/index.ts'

/** The first line of an export. */
export interface DumpHeader {
  readonly babelwire: 'store'
  /** The number of steps its schema had. */
  readonly schema: number
  /** ISO 8601. */
  readonly at: string
  /** Where jobs were: rows of the table `job`, or pg-boss, of which they are written as such rows. */
  readonly jobs: 'table' | 'pg-boss'
}

/** A row of an export and the line it stands in. */
export interface DumpRow {
  readonly line: number
  readonly table: Table
  readonly row: Row
}

/** Lines with what they say together at the end, so that a file that was cut or changed is known. */
export async function* sealLines(
  header: DumpHeader,
  rows: AsyncIterable<readonly [table: string, row: Row]>,
): AsyncGenerator<string> {
  const hash = createHash('sha256')
  let count = 0
  const line = (value: unknown): string => {
    const text = `${JSON.stringify(value)}\n`
    hash.update(text)
    return text
  }
  yield line(header)
  for await (const [table, row] of rows) {
    count++
    yield line({ table, row })
  }
  yield line({ end: { rows: count, sha256: hash.copy().digest('hex') } })
}

/**
 * Reads an export from start to end, row by row.
 * @throws {BabelwireError} `input` with the line of what is wrong, also when the end is missing.
 */
export async function* readDump(
  file: string,
  schema: number,
  tables: ReadonlyMap<string, Table>,
): AsyncGenerator<DumpRow> {
  const hash = createHash('sha256')
  let line = 0
  let end: unknown
  for await (const text of linesOf(file)) {
    line++
    if (end !== undefined) throw damaged(file, line, 'there is more after the end')
    const value = parse(text, file, line)
    if (line === 1) checkHeader(value, schema, file)
    else if ('end' in value) {
      const { rows, sha256 } = (value['end'] ?? {}) as Record<string, unknown>
      if (rows !== line - 2) throw damaged(file, line, `${line - 2} rows, not the ${rows} written`)
      if (sha256 !== hash.copy().digest('hex'))
        throw damaged(file, line, 'something was changed since it was written')
      end = value
    } else yield { line, ...rowOf(value, tables, file, line) }
    hash.update(`${text}\n`)
  }
  if (end === undefined) throw damaged(file, line + 1, 'the file ends before its last line')
}

function checkHeader(
  header: Readonly<Record<string, unknown>>,
  schema: number,
  file: string,
): void {
  const place = { file, line: 1 }
  if (header['babelwire'] !== 'store') {
    throw new BabelwireError('input', 'this is not an export of a store', {
      place,
      mend: 'Name a file that "babelwire store export" wrote.',
    })
  }
  if (header['schema'] === schema) return
  throw new BabelwireError(
    'input',
    `the export has schema ${String(header['schema'])}, this Babelwire knows ${schema}`,
    { place, mend: 'Write it again with "babelwire store export" of this version.' },
  )
}

function rowOf(
  value: Readonly<Record<string, unknown>>,
  tables: ReadonlyMap<string, Table>,
  file: string,
  line: number,
): Pick<DumpRow, 'table' | 'row'> {
  const table = tables.get(String(value['table']))
  if (table === undefined)
    throw damaged(file, line, `there is no table "${String(value['table'])}"`)
  const row = value['row']
  if (typeof row !== 'object' || row === null) throw damaged(file, line, 'the row is missing')
  const cells = row as Readonly<Record<string, unknown>>
  for (const { name, isNumber, isNullable } of table.columns) {
    const cell = cells[name]
    const isRight =
      (cell === null && isNullable) ||
      (isNumber ? Number.isSafeInteger(cell) : typeof cell === 'string')
    if (!isRight)
      throw damaged(file, line, `${table.name}.${name} is ${JSON.stringify(cell) ?? 'missing'}`)
  }
  const extra = Object.keys(cells).find((name) => table.columns.every((one) => one.name !== name))
  if (extra !== undefined) throw damaged(file, line, `${table.name} has no column "${extra}"`)
  return { table, row: cells as Row }
}

function parse(text: string, file: string, line: number): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(text)
    if (typeof value === 'object' && value !== null) return value as Record<string, unknown>
  } catch {
    // Told below, like JSON that is no object.
  }
  if (line > 1) throw damaged(file, line, 'the line is not whole JSON')
  throw new BabelwireError('input', 'this is not an export of a store', {
    place: { file, line },
    mend: 'Name a file that "babelwire store export" wrote.',
  })
}

/** Lines end with a line feed and nothing else: texts hold other marks that end lines elsewhere. */
async function* linesOf(file: string): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })
  let rest = ''
  let line = 0
  const source = createReadStream(file, { highWaterMark: 1 << 18 })
  const content = file.endsWith('.gz') ? source.pipe(createGunzip()) : source
  source.on('error', (error) => content.destroy(error))
  try {
    for await (const chunk of content as AsyncIterable<Buffer>) {
      const parts = decoder.decode(chunk, { stream: true }).split('\n')
      parts[0] = rest + parts[0]
      rest = parts.pop() ?? ''
      for (const part of parts) {
        line++
        yield part
      }
    }
    rest += decoder.decode()
  } catch (error) {
    throw readError(error, file, line + 1)
  } finally {
    source.destroy()
  }
  if (rest !== '') yield rest
}

function readError(error: unknown, file: string, line: number): unknown {
  if (error instanceof BabelwireError || !(error instanceof Error)) return error
  const code = 'code' in error ? String(error.code) : ''
  if (code.startsWith('Z_')) return damaged(file, line, 'what is compressed in it is not whole')
  if (code === 'ERR_ENCODING_INVALID_ENCODED_DATA') return damaged(file, line, 'it is not UTF-8')
  return new BabelwireError('input', `cannot be read: ${error.message}`, {
    place: { file },
    mend: 'Check the name of the file and the right to read it.',
    cause: error,
  })
}

function damaged(file: string, line: number, what: string): BabelwireError {
  return new BabelwireError('input', `the export is damaged: ${what}`, {
    place: { file, line },
    mend: 'Copy or export it once more; nothing of it was imported.',
  })
}
