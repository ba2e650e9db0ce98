import { parse, type DefaultTreeAdapterTypes } from 'parse5'
import type { LeftOut } from '../model.ts'
import { plainText } from '../tagged-text.ts'
import { cleanText, foldSpace } from './clean.ts'
import { composeBlocks } from './compose.ts'
import { readBlocks } from './html-blocks.ts'
import { isDropped, walk, type Element } from './html-tree.ts'
import { plainLine } from './line.ts'
import type { Draft } from './reader.ts'
import { textReader } from './text.ts'

/** Blocks and what is not among them. */
export interface Body {
  readonly blocks: readonly Draft[]
  readonly leftOut: readonly LeftOut[]
}

/** The blocks of a body that is written in HTML, whole page or fragment. */
export function htmlBody(html: string, base?: string): Body {
  const document = parse(html.replaceAll('\0', ''), { scriptingEnabled: true })
  const page = document.childNodes.find((node): node is Element => node.nodeName === 'html')
  const body = page?.childNodes.find((node): node is Element => node.nodeName === 'body')
  return body === undefined ? { blocks: [], leftOut: [] } : elementBody(body, base)
}

/** The blocks of a body that is plain text. */
export function textBody(text: string): Body {
  return textReader.read({ name: '', text })
}

/**
 * The blocks below an element that holds nothing but the article: an `<aside>`, `<header>` or
 * `<footer>` in it is part of the text, and what is left out all the same is reported.
 */
export function elementBody(root: Element, base?: string): Body {
  // A header or footer inside of an article is not furniture of a page.
  root.tagName = 'article'
  for (const step of walk(root, () => false)) {
    if (step.kind === 'enter' && step.element.tagName === 'aside') step.element.tagName = 'section'
  }
  const { blocks, leftOut } = composeBlocks(readBlocks(root, base), true)
  return { blocks, leftOut: [...droppedTexts(root), ...leftOut] }
}

const silent = /^(?:script|style|noscript|template|head|title|rt|rp|svg)$/

/** What the markup shows to be no text of the article. */
function droppedTexts(root: Element): readonly LeftOut[] {
  const dropped: Element[] = []
  const isSkipped = (element: Element): boolean => {
    if (!isDropped(element)) return false
    if (!silent.test(element.tagName)) dropped.push(element)
    return true
  }
  for (const _ of walk(root, isSkipped)) continue
  return dropped.flatMap((element) => {
    const text = wordsOf(element)
    const reason = /^(?:del|s|strike)$/.test(element.tagName) ? 'struck out' : 'not shown as text'
    return text === '' ? [] : [{ text, reason }]
  })
}

function wordsOf(element: DefaultTreeAdapterTypes.Element): string {
  let words = ''
  for (const step of walk(element, ({ tagName }) => silent.test(tagName))) {
    words += step.kind === 'text' ? step.text : ' '
  }
  return foldSpace(cleanText(words))
}

/**
 * A body under the headline and summary that its document states. They are said once: a first
 * line that repeats the headline and a summary that is the first paragraph are left out.
 */
export function withStated(headline: string | undefined, summary: Body, body: Body): Body {
  const leftOut = [...summary.leftOut, ...body.leftOut]
  const blocks: Draft[] = []
  for (const block of body.blocks) {
    const plain = plainText(block.text)
    if (headline !== undefined && blocks.length === 0 && plain === headline) {
      leftOut.push({ text: plain, reason: 'repeats the headline' })
    } else if (block.role === 'headline' && headline !== undefined) {
      blocks.push({ ...block, role: 'heading' })
    } else if (block.role === 'summary' && summary.blocks.length > 0) {
      blocks.push({ ...block, role: 'paragraph' })
    } else {
      blocks.push(block)
    }
  }
  const first = blocks.find(({ role }) => role === 'paragraph')
  const told = summary.blocks.map(({ text }) => plainText(text)).join(' ')
  const summaries: Draft[] = []
  if (told !== '' && first !== undefined && plainText(first.text) === told) {
    leftOut.push({ text: told, reason: 'repeats the first paragraph' })
  } else {
    for (const [index, block] of summary.blocks.entries()) {
      summaries.push({ ...block, role: index === 0 ? 'summary' : 'paragraph' })
    }
  }
  const { text, tags, translate } = plainLine(headline ?? '')
  const title: Draft = { role: 'headline', text, tags, translate }
  return { blocks: [...(headline === undefined ? [] : [title]), ...summaries, ...blocks], leftOut }
}
