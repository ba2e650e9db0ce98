import { isList, keptAsSource, languageOf, type Field, type FieldValue } from './field.ts'

/** A spreadsheet runs what begins so, in full-width letters too. */
const formula = /^'*[=+\-@＝＋－＠]/u

/** A rendering that is spelled like the mark of `keep`. */
const likeKeep = /^\\*\(keep\)$/

/** What a spreadsheet shows for a formula that failed: the text that stood there is lost. */
const failed = /^#(?:NAME\?|REF!|VALUE!|DIV\/0!|N\/A|NUM!|NULL!)$/

/**
 * A value as a cell.
 * 1. The items of a list stand between `|`; a `|` or `\` in one has a `\` before it.
 * 2. `(keep)` prints the source form; a rendering of that spelling has a `\` before it.
 * 3. An apostrophe stands before `=`, `+`, `-` or `@`, as spreadsheets have it for text.
 */
export function formatCell(field: Field, value: FieldValue): string {
  return guardFormula(plainCell(field, value))
}

/** A cell that no spreadsheet takes for a formula. */
export function guardFormula(cell: string): string {
  return formula.test(cell) ? `'${cell}` : cell
}

function plainCell(field: Field, value: FieldValue): string {
  if (value === undefined) return ''
  if (value === keptAsSource) return '(keep)'
  if (typeof value !== 'string') {
    return value.map((item) => item.replace(/[\\|]/g, '\\$&')).join('|')
  }
  return languageOf(field) === field && likeKeep.test(value) ? `\\${value}` : value
}

/** The value of a cell; the way back of `formatCell`. */
export function parseCell(field: Field, cell: string): FieldValue {
  const text = unguardFormula(cell)
  if (text === '') return undefined
  if (isList(field)) {
    const items = [...new Set(splitList(text))].filter((item) => item !== '')
    return items.length === 0 ? undefined : items
  }
  if (languageOf(field) !== field) return text
  if (text === '(keep)') return keptAsSource
  return likeKeep.test(text) ? text.slice(1) : text
}

/** The text behind the apostrophe that keeps a spreadsheet from running it. */
export function unguardFormula(cell: string): string {
  const text = cell.trim().normalize('NFC')
  return text.startsWith("'") && formula.test(text) ? text.slice(1) : text
}

function splitList(text: string): readonly string[] {
  return Array.from(text.matchAll(/(?:\\.|[^|\\]|\\$)+/gsu), ([item]) =>
    item.trim().replace(/\\(.)/gsu, '$1'),
  )
}

/** What is wrong with a cell and how to mend it. */
export function cellProblem(cell: string): readonly [message: string, mend: string] | undefined {
  const text = cell.trim()
  // Excel itself begins no text with it; other signs begin names too: +972 Magazine, @BBCWorld.
  if (/^[=＝]/u.test(text)) {
    return [
      `"${text.slice(0, 40)}" is a formula`,
      `Write its value, or '${text.charAt(0)} for the sign.`,
    ]
  }
  if (failed.test(text)) {
    return [
      `"${text}" is a formula that failed`,
      "Type the text again with an apostrophe before it, such as '-land.",
    ]
  }
  const control = /\p{Cc}/u.exec(text)?.[0]
  if (control === undefined) return undefined
  const code = (control.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')
  const what = /[\r\n]/.test(control) ? 'a line break' : `the control character U+${code}`
  return [`${what} in "${text.replace(/\p{Cc}.*/su, '').slice(-20)}…"`, 'Remove it.']
}
