import {
  exchangeFormats,
  importGlossary,
  readTable,
  type Import,
  type Side,
} from '../../../src/glossary/index.ts'
import { BabelwireError, formatError } from '../../../src/errors.ts'

/** The glossary most tests begin with: four scripts, senses, conditions, names that are kept. */
export const newsroomGlossary = `# The names of the newsroom.
version: 1
source: en
terms:
  # People
  Zelenskyy:
    about: {kind: person, also: [Zelensky, Zelenskiy], approved: 2026-11-20 mk, note: surname alone} # as AP has it
    to: {es: Zelenski, ru: Зеленский, zh-Hans: 泽连斯基, ar: زيلينسكي}
    forms: {ru: [Зеленского, Зеленскому]}
  Kyiv:
    about: {kind: place, also: [Kiev]}
    to:
      # as the EFE prints it
      es: Kiev
      de: Kyjiw
    never: {de: [Kiew]}
  Odesa: {about: {kind: place, also: [Odessa], unless: [Texas]}, to: {es: Odesa, de: Odessa}}
  Odessa (Texas): {about: {source: Odessa, only-if: [Texas], inflects: {de: "no"}}, to: {de: Odessa}}
  Patriot: {about: {kind: product, case: exact}, keep: [es, de], to: {zh-Hans: 爱国者}}
  Kyiv Post: {about: {retired: 2026-01-31, inflects: "no"}, keep: all}

# the end
`

type FormatName = keyof typeof exchangeFormats

/** The glossary as a file of another format. */
export async function exportAs(
  format: FormatName,
  content: string,
  languages: readonly string[] = readTable(content, 'glossary.yaml').languages,
): Promise<{ readonly content: string; readonly remarks: readonly string[] }> {
  const table = readTable(content, 'glossary.yaml')
  const version = '0123456789abcdef'
  const request = { content, name: 'glossary.yaml', table, version, languages }
  return exchangeFormats[format].write(request)
}

export interface ImportSetting {
  readonly base?: string
  readonly prefer?: Side
  readonly language?: string
}

/** A file merged into a glossary. */
export async function importInto(
  content: string,
  format: FormatName,
  file: string | Uint8Array,
  { base, prefer, language }: ImportSetting = {},
): Promise<Import> {
  const table = readTable(content, 'glossary.yaml')
  const bytes = typeof file === 'string' ? new TextEncoder().encode(file) : file
  const read = await exchangeFormats[format].read(bytes, `names.${format}`, table.source, language)
  return importGlossary(content, 'glossary.yaml', table, read, {
    ...(base === undefined ? {} : { base: readTable(base, 'base.yaml') }),
    ...(prefer === undefined ? {} : { prefer }),
  })
}

/** The one line that a user would read. */
export async function refusalOf(action: () => unknown): Promise<string> {
  try {
    await action()
  } catch (error) {
    if (error instanceof BabelwireError) return formatError(error)
    throw error
  }
  return 'accepted'
}
