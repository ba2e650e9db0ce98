import { createRequire } from 'node:module'
import type * as Linkedom from 'linkedom'
import type * as Mozilla from '@mozilla/readability'
import { attribute, isDropped, walk, type Element, type Parent } from './html-tree.ts'

/** Deeper elements are written as if their parents were not there: the extractor recurses. */
const deepest = 120
/** Larger pages are lists or archives; the extractor needs seconds for them. */
const mostElements = 20_000
const mostCharacters = 2_000_000

// The two take about 0.4 s to load: only a run that meets a page waits for them.
const load = createRequire(import.meta.url)

/**
 * Tells whether a text of the page is in its main content, as Readability finds it; nothing for a
 * page in which it finds none or that is too large for it.
 */
export function findContent(document: Parent): ((plain: string) => boolean) | undefined {
  const html = writeHtml(document)
  if (html === undefined) return undefined
  const { parseHTML } = load('linkedom') as typeof Linkedom
  const { Readability } = load('@mozilla/readability') as typeof Mozilla
  let content: string
  try {
    const page = parseHTML(html).document
    content = lettersOf(new Readability(page, { disableJSONLD: true }).parse()?.textContent ?? '')
  } catch {
    // It has thrown on odd markup before; our own rules read any page.
    return undefined
  }
  return content === '' ? undefined : (plain) => content.includes(lettersOf(plain))
}

/** Letters and digits only: white space and quotation marks differ between the two readings. */
function lettersOf(text: string): string {
  return text.normalize('NFC').replace(/[^\p{L}\p{M}\p{N}]+/gu, '')
}

/** The attributes that the extractor judges by. */
const telling = ['class', 'id', 'role', 'itemprop', 'rel', 'href']

/** The page as HTML without what is never part of an article, or nothing when it is too large. */
function writeHtml(document: Parent): string | undefined {
  const written: string[] = []
  let elements = 0
  let characters = 0
  let depth = 0
  for (const step of walk(
    document,
    (element) => isDropped(element) && element.tagName !== 'head',
  )) {
    if (step.kind === 'text') {
      characters += step.text.length
      if (characters > mostCharacters) return undefined
      written.push(escapeHtml(step.text))
    } else if (step.kind === 'enter') {
      depth++
      if (++elements > mostElements) return undefined
      if (depth <= deepest) written.push(openTag(step.element))
    } else {
      if (depth <= deepest && !isVoid(step.element)) written.push(`</${step.element.tagName}>`)
      depth--
    }
  }
  return written.join('')
}

function openTag(element: Element): string {
  const attributes = telling.flatMap((name) => {
    const value = attribute(element, name)
    return value === undefined ? [] : [` ${name}="${escapeHtml(value.slice(0, 500))}"`]
  })
  return `<${element.tagName}${attributes.join('')}>`
}

function isVoid({ tagName }: Element): boolean {
  return /^(?:area|base|br|col|embed|hr|img|input|link|meta|source|track|wbr)$/.test(tagName)
}

function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')
}
