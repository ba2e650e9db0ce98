import { escapeText } from '../tagged-text.ts'
import type { Tag, TaggedText, Tags } from '../model.ts'
import { cleanText } from './clean.ts'
import { safeUrl } from './html-links.ts'
import { attribute, hasClass, type Element } from './html-tree.ts'

/** An inline element that becomes a named tag; its number is given when the block is complete. */
export interface InlineTag {
  readonly prefix: string
  readonly tag: Tag
}

/** Part of a block: text, or where a tag opens or closes. */
export type InlineToken =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'open' | 'close'; readonly tag: InlineTag }

const prefixes: Readonly<Record<string, string>> = {
  em: 'em',
  i: 'em',
  strong: 'strong',
  b: 'strong',
  sup: 'sup',
  sub: 'sub',
  code: 'code',
  kbd: 'code',
  samp: 'code',
}

/** The tags an inline element becomes: none, one, or a link around something kept. */
export function inlineTags(element: Element, base: string | undefined): readonly InlineTag[] {
  const { tagName } = element
  const prefix = prefixes[tagName]
  if (prefix === 'code') return [{ prefix, tag: { element: 'code' } }]
  const isKept = isNotTranslated(element) === true
  if (tagName === 'a') {
    const href = safeUrl(attribute(element, 'href'), base)
    const link =
      href === undefined
        ? []
        : [{ prefix: 'a', tag: { element: 'a', href, ...attributesOf(element) } }]
    return isKept ? [...link, { prefix: 'keep', tag: { element: 'span' } }] : link
  }
  if (isKept) {
    return [{ prefix: 'keep', tag: { element: prefix ?? 'span' } }]
  }
  return prefix === undefined
    ? []
    : [{ prefix, tag: { element: prefix, ...attributesOf(element) } }]
}

const safeAttributes: readonly (readonly [name: string, value: RegExp])[] = [
  ['lang', /^[a-z]{2,8}(?:-[a-z\d]{1,8}){0,4}$/i],
  ['dir', /^(?:ltr|rtl|auto)$/],
  ['hreflang', /^[a-z]{2,8}(?:-[a-z\d]{1,8}){0,4}$/i],
  ['rel', /^(?:(?:nofollow|sponsored|ugc|noopener|noreferrer|author|license|external)(?: |$))+$/],
]

/** Attributes that a site may print again: language, direction, and what a link is. */
function attributesOf(element: Element): Pick<Tag, 'attributes'> {
  const found = safeAttributes.flatMap(([name, value]) => {
    const written = attribute(element, name)?.trim()
    return written !== undefined && value.test(written) ? [[name, written] as const] : []
  })
  return found.length === 0 ? {} : { attributes: Object.fromEntries(found) }
}

/** What the markup says about translation: `true` not, `false` yes, nothing: as its parent. */
export function isNotTranslated(element: Element): boolean | undefined {
  const written = attribute(element, 'translate')?.trim().toLowerCase()
  if (written === 'no' || hasClass(element, /^notranslate$/)) return true
  return written === 'yes' || written === '' ? false : undefined
}

/** The tagged text of a block: white space folded, empty tags dropped, tags numbered by name. */
export function formatInline(tokens: readonly InlineToken[]): {
  readonly text: TaggedText
  readonly tags: Tags
} {
  const names = new Map<InlineTag, string>()
  const counts = new Map<string, number>()
  const tags: Record<string, Tag> = {}
  let text = ''
  for (const token of foldSpaces(withoutEmptyTags(joinText(tokens)))) {
    if (token.kind === 'text') {
      text += escapeText(token.text.normalize('NFC'))
    } else if (token.kind === 'close') {
      text += `</${names.get(token.tag)}>`
    } else {
      const { prefix, tag } = token.tag
      const count = (counts.get(prefix) ?? 0) + 1
      const name = `${prefix}${count}`
      counts.set(prefix, count)
      names.set(token.tag, name)
      tags[name] = tag
      text += `<${name}>`
    }
  }
  return { text, tags }
}

/** Joins neighbouring text before it is cleaned, so that accents meet their letters. */
function joinText(tokens: readonly InlineToken[]): readonly InlineToken[] {
  const joined: InlineToken[] = []
  let pending: string[] = []
  const flush = (): void => {
    // Where a word may be broken is no part of it; the translation breaks elsewhere.
    const text = cleanText(pending.join('')).replace(/[\u00ad\u200b]/g, '')
    // After a tag a U+0338 would join its ">" when somebody normalises the tagged text.
    const safe = joined.length > 0 ? text.replace(/^\u0338+/, '') : text
    if (safe !== '') joined.push({ kind: 'text', text: safe })
    pending = []
  }
  for (const token of tokens) {
    if (token.kind === 'text') {
      pending.push(token.text)
    } else {
      flush()
      joined.push(token)
    }
  }
  flush()
  return joined
}

function withoutEmptyTags(tokens: readonly InlineToken[]): InlineToken[] {
  const kept: InlineToken[] = []
  const push = (text: string): void => {
    const last = kept.at(-1)
    if (last?.kind === 'text') kept[kept.length - 1] = { kind: 'text', text: last.text + text }
    else kept.push({ kind: 'text', text })
  }
  for (const token of tokens) {
    if (token.kind === 'text') {
      push(token.text)
      continue
    }
    const last = kept.at(-1)
    const isBlank = last?.kind === 'text' && last.text.trim() === ''
    const opener = kept.at(isBlank ? -2 : -1)
    if (token.kind === 'close' && opener?.kind === 'open' && opener.tag === token.tag) {
      kept.length -= isBlank ? 2 : 1
      if (isBlank) push(last.text)
    } else {
      kept.push(token)
    }
  }
  return kept
}

/** Runs of white space become one space, also across tags; none at either end of the block. */
function foldSpaces(tokens: InlineToken[]): readonly InlineToken[] {
  const folded: InlineToken[] = []
  let isAtStart = true
  let isAfterSpace = false
  for (const token of tokens) {
    if (token.kind !== 'text') {
      folded.push(token)
      continue
    }
    let text = token.text.replace(/[ \t\n\v\f\r\u0085\u2028\u2029]+/g, ' ')
    if (isAtStart) text = text.trimStart()
    else if (isAfterSpace) text = text.replace(/^ /, '')
    if (text === '') continue
    isAtStart = false
    isAfterSpace = text.endsWith(' ')
    folded.push({ kind: 'text', text })
  }
  trimEnd(folded)
  return folded
}

function trimEnd(tokens: InlineToken[]): void {
  for (let at = tokens.length - 1; at >= 0; at--) {
    const token = tokens[at]
    if (token?.kind !== 'text') continue
    const text = token.text.trimEnd()
    if (text !== '') {
      tokens[at] = { kind: 'text', text }
      return
    }
    tokens.splice(at, 1)
  }
}
