import type { Glossary } from '../entry.ts'
import { enginePairs } from '../engine-pairs.ts'
import { renderingOf } from '../terms.ts'
import type { Locale } from '../../model.ts'
import { BabelwireError } from '../../errors.ts'
import type { Problem } from '../../file-schema.ts'
import { decodeText } from './decode.ts'
import type { ExchangeFile, ExchangeRow, Exported } from './exchange-file.ts'

/**
 * The pairs of one language as DeepL takes them, `source<TAB>target`. Entries with conditions are
 * left out: DeepL would use them everywhere.
 */
export function writeTsv(glossary: Glossary, language: Locale): Exported {
  const pairs = enginePairs(glossary, language)
  const given = new Set(pairs.map(([source]) => source))
  const active = glossary.entries.filter((entry) => entry.retired === undefined)
  const rendered = active.filter((entry) => renderingOf(entry, language) !== undefined)
  const leftOut = rendered.filter((entry) => !given.has(entry.source)).map((entry) => entry.key)
  const missing = active.length - rendered.length
  const retired = glossary.entries.length - active.length
  return {
    content: pairs.map(([source, target]) => `${source}\t${target}\n`).join(''),
    remarks: [
      ...(leftOut.length === 0
        ? []
        : [`left out, for they have conditions or share a spelling: ${leftOut.join(', ')}`]),
      ...(missing === 0 ? [] : [`${missing} without a rendering in ${language}`]),
      ...(retired === 0 ? [] : [`${retired} retired`]),
      'a TSV file has no forms, no forbidden forms and nothing of "about"',
    ],
  }
}

/**
 * The pairs of a TSV file, as renderings in a language.
 * @throws {BabelwireError} `glossary` with line and column for what is no pair.
 */
export function readTsv(bytes: Uint8Array, file: string, language: Locale): ExchangeFile {
  const rows: ExchangeRow[] = []
  const leftOut: Problem[] = []
  const known = new Map<string, string>()
  for (const [index, line] of decodeText(bytes, file).split(/\r?\n/).entries()) {
    if (line.trim() === '') continue
    const place = { file, line: index + 1 }
    const cells = line.split('\t').map((cell) => cell.trim().normalize('NFC'))
    const [source = '', target = ''] = cells
    const refuse = (message: string, column: number): BabelwireError =>
      new BabelwireError('glossary', message, {
        place: { ...place, column },
        mend: 'Write the source form, one tab and the rendering.',
      })
    if (cells.length !== 2) {
      const third = line.split('\t').slice(0, 2).join('\t').length + 2
      throw cells.length > 2
        ? refuse(`${cells.length} columns, not 2`, third)
        : refuse('no tab in the line', 1)
    }
    if (source === '') throw refuse('the source form is empty', 1)
    if (target === '') throw refuse(`"${source}" has no rendering`, line.indexOf('\t') + 2)
    const control = /\p{Cc}/u.exec(line.replaceAll('\t', ''))
    if (control !== null) throw refuse(`a control character beside "${source}"`, 1)
    const other = known.get(source)
    if (other !== undefined) {
      if (other !== target) {
        const message = `"${source}" is "${other}" further up: "${target}" is left out`
        leftOut.push({ place, message })
      }
      continue
    }
    known.set(source, target)
    rows.push({ place, spelling: source, values: new Map([[language, target]]) })
  }
  return { rows, language, leftOut }
}
