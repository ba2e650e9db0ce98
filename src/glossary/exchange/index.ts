import path from 'node:path'
import { BabelwireError, didYouMean } from '../../errors.ts'
import type { Locale } from '../../model.ts'
import { parseGlossary } from '../file.ts'
import type { ExchangeFile, Exported } from './exchange-file.ts'
import type { GlossaryTable } from './glossary-table.ts'
import { writeTbx } from './tbx.ts'
import { readTbx } from './tbx-read.ts'
import { readTsv, writeTsv } from './tsv.ts'

export { refuseLarge } from './decode.ts'
export { showValue, type FieldValue } from './field.ts'
export { readTable, type GlossaryTable } from './glossary-table.ts'
export { importGlossary, type Import } from './import-glossary.ts'
export type { AddedEntry, Difference, Side } from './merge.ts'
export type { ExchangeFile, Exported } from './exchange-file.ts'

/** A glossary to be given out. */
export interface ExportRequest {
  readonly content: string
  readonly name: string
  readonly table: GlossaryTable
  /** Hash of the content. */
  readonly version: string
  readonly languages: readonly Locale[]
}

interface Format {
  readonly write: (request: ExportRequest) => Promise<Exported>
  /** `source` is the language of the glossary, `language` the one named by the user. */
  readonly read: (
    bytes: Uint8Array,
    file: string,
    source: Locale,
    language: Locale | undefined,
  ) => Promise<ExchangeFile>
}

/** The formats by name, which is also the ending of their files; a library is loaded with its format. */
export const exchangeFormats: Readonly<Record<'csv' | 'tbx' | 'tsv', Format>> = {
  csv: {
    write: async ({ table, languages, version }) => {
      const { writeCsv } = await import('./csv.ts')
      return writeCsv(table, languages, version)
    },
    read: async (bytes, file) => {
      const { readCsv } = await import('./csv-read.ts')
      return readCsv(bytes, file)
    },
  },
  tbx: {
    write: async ({ table, languages, version }) => writeTbx(table, languages, version),
    read: readTbx,
  },
  tsv: {
    write: async ({ content, name, languages }) =>
      writeTsv(parseGlossary(content, name), oneLanguage(languages)),
    read: async (bytes, file, _, language) =>
      readTsv(bytes, file, oneLanguage(language === undefined ? [] : [language])),
  },
}

/**
 * The format that is named, else that of the ending, else CSV for standard output.
 * @throws {BabelwireError} `usage` when there is none of that name.
 */
export function exchangeFormat(
  named: string | undefined,
  file: string | undefined,
): keyof typeof exchangeFormats {
  const ending = file === undefined ? 'csv' : path.extname(file).slice(1)
  const name = (named ?? ending).toLowerCase()
  if (isFormat(name)) return name
  const near = didYouMean(name, Object.keys(exchangeFormats))
  const what = named === undefined ? `the ending ".${ending}" of ${file}` : `"${named}"`
  throw new BabelwireError('usage', `${what} is no format of a glossary`, {
    mend: near === undefined ? 'Write --format csv, tbx or tsv.' : `Did you mean "${near}"?`,
  })
}

function isFormat(name: string): name is keyof typeof exchangeFormats {
  return Object.hasOwn(exchangeFormats, name)
}

function oneLanguage(languages: readonly Locale[]): Locale {
  const [language] = languages
  if (language !== undefined && languages.length === 1) return language
  throw new BabelwireError('usage', 'a TSV file has one language', {
    mend: 'Name it with --to, such as --to es.',
  })
}
