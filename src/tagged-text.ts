import { BabelwireError } from './errors.ts'
import type { Range, TaggedText } from './model.ts'

/**
 * Tagged text: text whose inline markup is named tags without attributes.
 *
 *     text  = (char | entity | tag)*
 *     tag   = "<" name ">" text "</" name ">"       name = letters, then digits: em1, a2
 *
 * The tags carry no attributes, so no engine and no editor can add or change a link or a handler.
 */
export type Token =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'open'; readonly name: string }
  | { readonly kind: 'close'; readonly name: string }

/** Tags whose content is never changed: locked terms, code, and what the source marked so. */
const keptTag = /^(?:t|code|keep)\d+$/

/** Whether the content of a tag must come back from an engine unchanged. */
export function isKept(name: string): boolean {
  return keptTag.test(name)
}

const tokenPattern =
  /<(\/?)([a-z]+\d+)(\/?)>|&(?:#(\d{1,7})|#x([0-9a-fA-F]{1,6})|([a-z]{2,4}));|([^<>&]+)/y

const entities: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: '\u00a0',
}

/**
 * The tokens of a tagged text, neighbouring text joined, entities decoded, tags properly nested.
 * @throws {BabelwireError} `answer` with the offset of what is not tagged text.
 */
export function parseTagged(text: TaggedText): readonly Token[] {
  const tokens: Token[] = []
  const open: string[] = []
  let pending = ''
  const flush = (): void => {
    if (pending !== '') tokens.push({ kind: 'text', text: pending })
    pending = ''
  }
  const pattern = new RegExp(tokenPattern)
  while (pattern.lastIndex < text.length) {
    const at = pattern.lastIndex
    const match = pattern.exec(text)
    if (match === null)
      throw malformed(text, at, `"${text.slice(at, at + 12)}" is not text, a tag or an entity`)
    const [, slash, name, selfClosing, decimal, hex, entity, run] = match
    if (run !== undefined) {
      pending += run
    } else if (name === undefined) {
      pending += decodeEntity(text, at, decimal, hex, entity)
    } else {
      flush()
      if (slash === '/') {
        if (open.pop() !== name)
          throw malformed(text, at, `</${name}> closes a tag that is not open`)
        tokens.push({ kind: 'close', name })
      } else {
        tokens.push({ kind: 'open', name })
        if (selfClosing === '/') tokens.push({ kind: 'close', name })
        else open.push(name)
      }
    }
  }
  flush()
  if (open.length > 0) throw malformed(text, text.length, `<${open.at(-1)}> is not closed`)
  return tokens
}

function decodeEntity(
  text: string,
  at: number,
  decimal?: string,
  hex?: string,
  named?: string,
): string {
  if (named !== undefined) {
    const character = entities[named]
    if (character === undefined) throw malformed(text, at, `&${named}; is not a known entity`)
    return character
  }
  const code = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number.parseInt(decimal, 10)
  if (code === 0 || code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff)) {
    throw malformed(text, at, 'a numeric entity names no character')
  }
  return String.fromCodePoint(code)
}

function malformed(text: string, at: number, what: string): BabelwireError {
  return new BabelwireError(
    'answer',
    `malformed tagged text at offset ${at} of ${text.length}: ${what}`,
  )
}

/** The tagged text of tokens; the inverse of `parseTagged` up to the choice of entities. */
export function formatTagged(tokens: Iterable<Token>): TaggedText {
  let text = ''
  for (const token of tokens) {
    if (token.kind === 'text') text += escapeText(token.text)
    else text += token.kind === 'open' ? `<${token.name}>` : `</${token.name}>`
  }
  return text
}

/** NFC of the text between the tags: a mark right behind a tag must not merge with its `>`. */
export function normaliseTagged(text: TaggedText): TaggedText {
  if (!/[<>&]/.test(text)) return text.normalize('NFC')
  return formatTagged(
    parseTagged(text).map((token) =>
      token.kind === 'text' ? { ...token, text: token.text.normalize('NFC') } : token,
    ),
  )
}

/** Plain text as tagged text. */
export function escapeText(plain: string): TaggedText {
  return plain.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}

/** The text a reader sees: tags stripped, entities decoded. */
export function plainText(text: TaggedText): string {
  if (!/[<&]/.test(text)) return text
  return parseTagged(text)
    .map((token) => (token.kind === 'text' ? token.text : ''))
    .join('')
}

/** The names of the tags, in the order they open. */
export function tagNames(text: TaggedText): readonly string[] {
  return Array.from(text.matchAll(/<([a-z]+\d+)\/?>/g), (match) => match[1] ?? '')
}

/** Cuts at offsets of the plain text, ascending; a tag that spans a cut is closed before it and opened again after it. */
export function splitTagged(text: TaggedText, cuts: readonly number[]): readonly TaggedText[] {
  const pieces: Token[][] = [[]]
  const open: string[] = []
  const added = new Set<Token>()
  let done = 0
  let offset = 0
  const piece = (): Token[] => pieces.at(-1) ?? []
  const add = (kind: 'open' | 'close', name: string): void => {
    const token: Token = { kind, name }
    added.add(token)
    piece().push(token)
  }
  const cutHere = (): void => {
    for (const name of open.toReversed()) add('close', name)
    pieces.push([])
    for (const name of open) add('open', name)
    done++
  }
  for (const token of parseTagged(text)) {
    if (token.kind !== 'text') {
      // A cut right before an opening tag falls outside of it, right after a closing one too.
      if (token.kind === 'open') while (cuts[done] === offset) cutHere()
      piece().push(token)
      if (token.kind === 'open') open.push(token.name)
      else open.pop()
      continue
    }
    let rest = token.text
    while (rest !== '') {
      while (cuts[done] === offset) cutHere()
      const next = cuts[done] ?? Infinity
      const taken = rest.slice(0, next - offset)
      piece().push({ kind: 'text', text: taken })
      offset += taken.length
      rest = rest.slice(taken.length)
    }
  }
  while (done < cuts.length) cutHere()
  return pieces.map((tokens) => formatTagged(withoutEmptyPairs(tokens, added)))
}

/** Drops `<x1></x1>` pairs that a cut left behind; one that the text had itself is kept. */
function withoutEmptyPairs(tokens: readonly Token[], added: ReadonlySet<Token>): readonly Token[] {
  const kept: Token[] = []
  for (const token of tokens) {
    const last = kept.at(-1)
    const isPair = token.kind === 'close' && last?.kind === 'open' && last.name === token.name
    if (isPair && (added.has(last) || added.has(token))) kept.pop()
    else kept.push(token)
  }
  return kept
}

/** Joins pieces in order; a tag closed at the end of one piece and opened again in the next becomes one tag again. */
export function joinTagged(pieces: readonly TaggedText[]): TaggedText {
  const tokens: Token[] = []
  for (const piece of pieces) {
    // Only a tag at the start of a piece goes on from the piece before it.
    let isStart = true
    for (const token of parseTagged(piece)) {
      if (token.kind === 'close' || (token.kind === 'text' && token.text.trim() !== '')) {
        isStart = false
      }
      if (token.kind !== 'open' || !isStart || !reopen(tokens, token.name)) tokens.push(token)
    }
  }
  return formatTagged(tokens)
}

/** Takes back a `</name>` at the end of `tokens`, or before white space there. */
function reopen(tokens: Token[], name: string): boolean {
  let at = tokens.length - 1
  const last = tokens[at]
  if (last?.kind === 'text' && last.text.trim() === '') at--
  const close = tokens[at]
  if (close?.kind !== 'close' || close.name !== name) return false
  tokens.splice(at, 1)
  return true
}

/**
 * Puts `content` in a tag of its own in place of each range of the plain text; a range that
 * crosses a tag, overlaps one that starts before it or is empty is left out.
 */
export function replaceRanges(
  text: TaggedText,
  replacements: readonly {
    readonly range: Range
    readonly name: string
    readonly content: string
  }[],
): { readonly text: TaggedText; readonly replaced: readonly string[] } {
  const tokens: Token[] = []
  const replaced: string[] = []
  let offset = 0
  const sorted = replacements.toSorted((a, b) => a.range.start - b.range.start)
  let at = 0
  for (const token of parseTagged(text)) {
    if (token.kind !== 'text') {
      tokens.push(token)
      continue
    }
    let done = 0
    for (let next = sorted[at]; next !== undefined; next = sorted[++at]) {
      const { range, name, content } = next
      const start = range.start - offset
      const end = range.end - offset
      if (start >= token.text.length) break
      if (start < done || end > token.text.length || end <= start) continue
      tokens.push({ kind: 'text', text: token.text.slice(done, start) })
      tokens.push({ kind: 'open', name }, { kind: 'text', text: content }, { kind: 'close', name })
      replaced.push(name)
      done = end
    }
    tokens.push({ kind: 'text', text: token.text.slice(done) })
    offset += token.text.length
  }
  return { text: formatTagged(tokens), replaced }
}

/** Removes the tags whose name matches, and keeps what they contain. */
export function unwrap(text: TaggedText, matches: (name: string) => boolean): TaggedText {
  return formatTagged(
    parseTagged(text).filter((token) => token.kind === 'text' || !matches(token.name)),
  )
}

/** Gives every tag another name. */
export function renameTags(text: TaggedText, rename: (name: string) => string): TaggedText {
  return text.replace(
    /<(\/?)([a-z]+\d+)(\/?)>/g,
    (_, slash: string, name: string, end: string) => `<${slash}${rename(name)}${end}>`,
  )
}

const surrogatePairs = /[\ud800-\udbff][\udc00-\udfff]/g

/** Number of Unicode code points of the text an engine is paid for: tags are free. */
export function countCharacters(text: TaggedText): number {
  const plain = plainText(text)
  return plain.length - (plain.match(surrogatePairs)?.length ?? 0)
}
