import { BabelwireError, type Place } from '../errors.ts'
import type { Source } from './reader.ts'

/**
 * The value of a JSON document.
 * @throws {BabelwireError} `input` with line and column of the first fault.
 */
export function parseJson(source: Source): unknown {
  const text = source.text.replace(/^\ufeff/, '')
  try {
    return JSON.parse(text)
  } catch (cause) {
    const fault = findFault(text)
    throw new BabelwireError('input', `not JSON: ${fault.what}`, {
      place: placeAt(source.name, text, fault.offset),
      mend: fault.mend,
      cause,
    })
  }
}

/** Whether a text begins as a JSON object or array does. */
export function looksLikeJson(text: string): boolean {
  return /^\ufeff?\s*(?:\{\s*(?:"|\}|$)|\[\s*(?:[\]{["\d-]|true|false|null))/.test(text)
}

/** The place of a UTF-16 offset: lines and columns count from 1, columns in code points. */
export function placeAt(file: string, text: string, offset: number): Place {
  const before = text.slice(0, offset)
  const column = Array.from(before.slice(before.lastIndexOf('\n') + 1)).length + 1
  return { file, line: before.split('\n').length, column }
}

interface Fault {
  readonly offset: number
  readonly what: string
  readonly mend: string
}

/** A token of JSON (RFC 8259); a string is matched without a way to backtrack into it. */
const token =
  /[[\]{}:,]|"[^"\\\u0000-\u001f]*(?:\\(?:["\\/bfnrt]|u[\da-fA-F]{4})[^"\\\u0000-\u001f]*)*"|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y

type Expected = 'value' | 'value or ]' | 'name' | 'name or }' | ':' | ', or end' | 'nothing'

/** Where a text stops being JSON. `JSON.parse` names no place for some faults, so we look again. */
function findFault(text: string): Fault {
  const open: string[] = []
  let expected: Expected = 'value'
  let offset = skipSpace(text, 0)
  let previous = ''
  while (offset < text.length) {
    token.lastIndex = offset
    const found = token.exec(text)?.[0]
    const next: Expected | undefined =
      found === undefined ? undefined : after(found, expected, open)
    if (found === undefined || next === undefined) return describe(text, offset, expected, previous)
    expected = next
    previous = found
    offset = skipSpace(text, offset + found.length)
  }
  const missing = open.at(-1) === '{' ? '}' : ']'
  const what = open.length === 0 ? 'there is no value' : `it ends before its "${missing}"`
  return { offset: text.length, what, mend: 'Give the whole file: it may be cut off.' }
}

function skipSpace(text: string, from: number): number {
  const space = /[ \t\n\r]*/y
  space.lastIndex = from
  space.exec(text)
  return space.lastIndex
}

/** What may follow once `found` is read, or nothing when it may not stand here. */
function after(found: string, expected: Expected, open: string[]): Expected | undefined {
  const isClosing = found === '}' || found === ']'
  if (isClosing) {
    const mayClose =
      expected === ', or end' || expected === (found === '}' ? 'name or }' : 'value or ]')
    if (!mayClose || open.pop() !== (found === '}' ? '{' : '[')) return undefined
    return open.length === 0 ? 'nothing' : ', or end'
  }
  if (expected === ':') return found === ':' ? 'value' : undefined
  if (expected === ', or end') {
    if (found !== ',') return undefined
    return open.at(-1) === '{' ? 'name' : 'value'
  }
  if (expected === 'name' || expected === 'name or }') return found[0] === '"' ? ':' : undefined
  if (expected === 'nothing' || found === ':' || found === ',') return undefined
  if (found === '{' || found === '[') {
    open.push(found)
    return found === '{' ? 'name or }' : 'value or ]'
  }
  return open.length === 0 ? 'nothing' : ', or end'
}

function describe(text: string, offset: number, expected: Expected, previous: string): Fault {
  const seen = Array.from(text.slice(offset, offset + 24))[0] ?? ''
  if (seen === '"' && (expected === 'value' || expected === 'value or ]')) {
    const mend = 'Close it with ", and write a line end in a text as \\n and a backslash as \\\\.'
    return { offset, what: 'a text is not closed, or has a control character in it', mend }
  }
  if ((seen === '}' || seen === ']') && previous === ',') {
    return { offset, what: `"${seen}" after a comma`, mend: 'Remove the comma before it.' }
  }
  if (expected === 'nothing') {
    return { offset, what: `"${seen}" after the end`, mend: 'Give one JSON document in one file.' }
  }
  if (expected === ', or end') {
    const mend = 'Write a comma between two values, and \\" for a " in a text.'
    return { offset, what: `"${seen}" where a comma or the end should be`, mend }
  }
  const wanted = expected.startsWith('name') ? 'a name in ""' : expected === ':' ? '":"' : 'a value'
  return { offset, what: `"${seen}" where ${wanted} should be`, mend: `Write ${wanted} there.` }
}
