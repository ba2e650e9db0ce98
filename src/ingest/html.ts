import { parse } from 'parse5'
import { composeBlocks } from './compose.ts'
import { readBlocks } from './html-blocks.ts'
import { furnitureFinder } from './html-furniture.ts'
import { readMetadata } from './html-metadata.ts'
import { markOutside } from './html-outside.ts'
import { findRoot } from './html-root.ts'
import { slotOf } from './html-slots.ts'
import type { Reader, Reading, Source } from './reader.ts'

/** Reads a page or a fragment of HTML; never runs, fetches or keeps anything active in it. */
export const htmlReader: Reader = {
  name: 'html',
  recognises: isHtml,
  read: readHtml,
}

const htmlName = /\.(?:html?|xhtml)$/i
const textName = /\.(?:txt|text|md|markdown)$/i

/** A document or a fragment begins so, after comments and white space. */
const htmlStart =
  /^\s*(?:<\?xml[^>]*>\s*)?(?:<!--[^]{0,5000}?-->\s*){0,20}<(?:!doctype\s+html|(?:html|head|body|main|article|section|div|p|h[1-6]|header|figure|ul|ol|blockquote|meta|title)(?=[\s/>]))/i

function isHtml({ name, path, text }: Source): boolean {
  const file = path ?? name
  if (textName.test(file)) return false
  return htmlName.test(file) || htmlStart.test(text.slice(0, 20_000).replace(/^\ufeff/, ''))
}

function readHtml(source: Source): Reading {
  const document = parse(source.text.replaceAll('\0', ''), { scriptingEnabled: true })
  const root = findRoot(document)
  const { base, ...metadata } = readMetadata(document, root, source.url)
  const lines =
    root === undefined
      ? []
      : readBlocks(root, base, {
          furnitureOf: furnitureFinder(root),
          slotOf: (element) => slotOf(element, base),
        })
  return { ...metadata, ...composeBlocks(markOutside(lines, document)) }
}
