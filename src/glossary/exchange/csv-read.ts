import { CsvError, parse } from 'csv-parse/sync'
import { BabelwireError, type Place } from '../../errors.ts'
import { cellProblem, parseCell, unguardFormula } from './cell.ts'
import { readHeading, type Column } from './csv-heading.ts'
import { decodeText } from './decode.ts'
import type { ExchangeFile, ExchangeRow } from './exchange-file.ts'

/** A row with the line it begins on. */
interface Line {
  readonly cells: readonly string[]
  readonly line: number
}

/**
 * The rows of a CSV file whose cells stand between commas, semicolons or tabs.
 * @throws {BabelwireError} `glossary` with line and column for what cannot be read.
 */
export function readCsv(bytes: Uint8Array, file: string): ExchangeFile {
  const text = decodeText(bytes, file)
  const [heading, ...lines] = parseLines(text, file)
  if (heading === undefined) {
    throw new BabelwireError('glossary', 'the file is empty', {
      place: { file },
      mend: 'Export one with "babelwire glossary export names.csv".',
    })
  }
  const columns = readHeading(heading.cells, { file, line: heading.line })
  const known = new Map<string, number>()
  let version: string | undefined
  const rows = lines.map(({ cells, line }): ExchangeRow => {
    const place = { file, line }
    if (cells.length !== columns.length) throw raggedRow(cells.length, columns.length, place)
    const { row, version: own } = readRow(columns, cells, place)
    const key = row.key ?? ''
    const other = known.get(key)
    if (other !== undefined) {
      throw new BabelwireError('glossary', `the term "${key}" stands in line ${other} too`, {
        place,
        mend: 'Join the two rows.',
      })
    }
    known.set(key, line)
    if (own !== undefined && version !== undefined && own !== version) {
      throw new BabelwireError('glossary', `rows of two versions, ${version} and ${own}`, {
        place,
        mend: 'Import the two exports one after the other.',
      })
    }
    version ??= own
    return row
  })
  return { rows, ...(version === undefined ? {} : { version }), leftOut: [] }
}

function parseLines(text: string, file: string): readonly Line[] {
  // The first line may name the separator, as Excel writes and reads it.
  const named = /^sep=([,;\t])\r?\n/.exec(text)
  const body = named === null ? text : text.slice(named[0].length)
  let line = named === null ? 1 : 2
  try {
    const records = parse(body, {
      delimiter: named?.[1] ?? separatorOf(body),
      info: true,
      relax_column_count: true,
      max_record_size: 1024 * 1024,
    }) as unknown as readonly { readonly record: string[]; readonly info: { lines: number } }[]
    const first = line
    return records
      .map(({ record, info }) => {
        const begin = line
        line = info.lines + first
        return { cells: record, line: begin }
      })
      .filter(({ cells }) => cells.some((cell) => cell.trim() !== ''))
  } catch (error) {
    if (error instanceof CsvError) throw csvError(error, body, line - 1, file)
    throw error
  }
}

/** The sign that stands most often in the first line, outside of quotes. */
function separatorOf(text: string): string {
  const heading = (/^(?:"[^"]*"|[^"\n])*/.exec(text)?.[0] ?? '').replace(/"[^"]*"/g, '')
  const count = (sign: string): number => heading.split(sign).length
  return [',', ';', '\t'].toSorted((a, b) => count(b) - count(a))[0] ?? ','
}

function csvError(error: CsvError, text: string, before: number, file: string): BabelwireError {
  const at = Number(error['lines'] ?? 1)
  const refuse = (message: string, mend: string, line: number = at): BabelwireError =>
    new BabelwireError('glossary', message, { place: { file, line: line + before }, mend })
  const column = Number(error['index'] ?? 0) + 1
  switch (error.code) {
    case 'CSV_QUOTE_NOT_CLOSED': {
      const open = lastOpenQuote(text)
      return refuse('a quotation mark is not closed', 'Close it, or double it in the text.', open)
    }
    case 'CSV_MAX_RECORD_SIZE':
      return refuse('a row of more than 1 MB', 'Look for a quotation mark that is not closed.')
    case 'CSV_INVALID_CLOSING_QUOTE':
    case 'INVALID_OPENING_QUOTE':
    case 'CSV_NON_TRIMABLE_CHAR_AFTER_CLOSING_QUOTE':
      return refuse(
        `a stray quotation mark in cell ${column}`,
        'Put the whole cell in quotation marks and double those in it: "Dwayne ""The Rock"" Johnson".',
      )
    default:
      return refuse(`not valid CSV: ${error.message}`, 'Save it again as CSV UTF-8.')
  }
}

/** The line of the quotation mark that has no other. */
function lastOpenQuote(text: string): number {
  return text.slice(0, text.lastIndexOf('"')).split('\n').length
}

function raggedRow(seen: number, wanted: number, place: Place): BabelwireError {
  return new BabelwireError('glossary', `${seen} cells where the heading has ${wanted}`, {
    place,
    mend: 'Put a cell that holds the separator in quotation marks, or fill the row with empty cells.',
  })
}

function readRow(
  columns: readonly Column[],
  cells: readonly string[],
  place: Place,
): { readonly row: ExchangeRow; readonly version?: string } {
  const values = new Map<string, ReturnType<typeof parseCell>>()
  let key = ''
  let version: string | undefined
  for (const [i, column] of columns.entries()) {
    const cell = cells[i] ?? ''
    const problem = cellProblem(cell)
    if (problem !== undefined) {
      const message = `column ${column.name}: ${problem[0]}`
      throw new BabelwireError('glossary', message, { place, mend: problem[1] })
    }
    if (column.kind === 'term') key = unguardFormula(cell)
    else if (column.kind === 'version') version = cell.trim() === '' ? undefined : cell.trim()
    else if (column.kind === 'field') values.set(column.name, parseCell(column.name, cell))
    else if (cell.trim() !== '') {
      const message = `column ${column.name} has no name, but "${cell.trim().slice(0, 40)}" in it`
      throw new BabelwireError('glossary', message, { place, mend: 'Name it in the first row.' })
    }
  }
  if (key === '') {
    throw new BabelwireError('glossary', 'column term: the row has no term', {
      place,
      mend: 'Write what the source says, such as Kyiv.',
    })
  }
  const source = values.get('source')
  const spelling = typeof source === 'string' ? source : key
  if (source === key) values.set('source', undefined)
  const row = { place, key, spelling, values }
  return version === undefined ? { row } : { row, version }
}
