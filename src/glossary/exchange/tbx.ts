import { BabelwireError } from '../../errors.ts'
import { shortHash } from '../../hash.ts'
import { fallbackChain } from '../../locale.ts'
import type { Locale } from '../../model.ts'
import type { Exported } from './exchange-file.ts'
import { fieldsOf, keptAsSource, type Field } from './field.ts'
import type { GlossaryTable, TableEntry } from './glossary-table.ts'
import { formatNote, notedFields } from './tbx-note.ts'

/**
 * The glossary as TBX-Basic (ISO 30042:2019, data categories as attributes): a concept an entry;
 * renderings are preferred terms, `forms` and `also` admitted, `never` deprecated ones.
 * @throws {BabelwireError} `glossary` when there is no entry: TBX has no empty file.
 */
export function writeTbx(
  table: GlossaryTable,
  languages: readonly Locale[],
  version: string,
): Exported {
  const entries = [...table.entries.values()]
  if (entries.length === 0) {
    throw new BabelwireError('glossary', 'the glossary has no entries, and TBX no empty file', {
      mend: 'Add an entry first.',
    })
  }
  const concepts = entries.map((entry) => concept(entry, table.source, languages))
  const content = `<?xml version="1.0" encoding="UTF-8"?>
<tbx type="TBX-Basic" style="dca" xml:lang="${escape(table.source)}" xmlns="urn:iso:std:iso:30042:ed-2">
  <tbxHeader>
    <fileDesc>
      <sourceDesc>
        <p>Babelwire glossary, version ${escape(version)}</p>
      </sourceDesc>
    </fileDesc>
  </tbxHeader>
  <text>
    <body>
${concepts.join('')}    </body>
  </text>
</tbx>
`
  return { content, remarks: remarksOn(entries, languages) }
}

function concept(
  { key, source, values }: TableEntry,
  language: Locale,
  languages: readonly Locale[],
): string {
  const noted = [
    note(formatNote('key', key)),
    ...notedFields.flatMap((field) => {
      const value = values.get(field)
      return value === undefined ? [] : [note(formatNote(field, value))]
    }),
  ]
  const free = values.get('note')
  if (typeof free === 'string')
    noted.push(note(/^babelwire:/.test(free) ? formatNote('note', free) : free))
  const sections = [
    section(language, [term(source, 'preferred'), ...terms(values.get('also'), 'admitted')]),
    ...languages.flatMap((locale) => {
      const [to = '', forms = '', never = ''] = fieldsOf(locale)
      const others = [
        ...terms(values.get(forms), 'admitted'),
        ...terms(values.get(never), 'deprecated'),
      ]
      const rendering = values.get(to)
      const head = rendering === undefined ? impliedRendering(source, values, locale) : source
      const how = rendering === undefined ? 'implied' : 'yes'
      const preferred =
        typeof rendering === 'string' && rendering !== keptAsSource
          ? [term(rendering, 'preferred')]
          : [term(head, 'preferred', note(formatNote('keep', how)))]
      if (rendering === undefined && others.length === 0) return []
      return [section(locale, [...preferred, ...others])]
    }),
  ]
  const id = `e-${shortHash(key)}`
  return `      <conceptEntry id="${id}">\n${indent(8, [...noted, ...sections])}      </conceptEntry>\n`
}

/** What holds in a language that has `forms` or `never` but no rendering of its own. */
function impliedRendering(source: string, values: TableEntry['values'], locale: Locale): string {
  const nearest = fallbackChain(locale)
    .map((tag) => values.get(tag))
    .find((value) => value !== undefined)
  return typeof nearest === 'string' && nearest !== keptAsSource ? nearest : source
}

function section(locale: Locale, all: readonly string[]): string {
  return `<langSec xml:lang="${escape(locale)}">\n${indent(2, all)}</langSec>`
}

type Status = 'preferred' | 'admitted' | 'deprecated'

function terms(value: string | readonly string[] | undefined, status: Status): readonly string[] {
  const texts = typeof value === 'string' ? [value] : (value ?? [])
  return texts.map((text) => term(text, status))
}

function term(text: string, status: Status, remark: string = ''): string {
  const stated = `<termNote type="administrativeStatus">${status}Term-admn-sts</termNote>`
  return `<termSec><term>${escape(text)}</term>${stated}${remark}</termSec>`
}

function note(text: string): string {
  return `<note>${escape(text)}</note>`
}

function indent(width: number, blocks: readonly string[]): string {
  const space = ' '.repeat(width)
  // Not by a pattern: for that, U+2028 inside a term begins a line too.
  const lines = blocks.flatMap((block) => block.split('\n'))
  return lines.map((line) => `${space}${line}\n`).join('')
}

/** Text of XML; the two code points that XML cannot have become the replacement character. */
function escape(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replace(/[\ufffe\uffff]/g, '\ufffd')
}

function remarksOn(
  entries: readonly TableEntry[],
  languages: readonly Locale[],
): readonly string[] {
  const count = (field: Field): number => entries.filter(({ values }) => values.has(field)).length
  const noted = notedFields.flatMap((field) =>
    count(field) === 0 ? [] : [`${field} (${count(field)})`],
  )
  const kept = entries.filter(({ values }) =>
    languages.some((locale) => values.get(locale) === keptAsSource),
  ).length
  if (kept > 0 && !noted.some((one) => one.startsWith('keep'))) noted.push(`keep (${kept})`)
  if (noted.length === 0) return []
  return [
    `TBX-Basic cannot say ${noted.join(', ')}: these are in notes, which other programs do not act on`,
  ]
}
