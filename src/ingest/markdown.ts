import { createRequire } from 'node:module'
import type * as Micromark from 'micromark'
import type * as MicromarkGfm from 'micromark-extension-gfm'
import { parse } from 'parse5'
import { BabelwireError } from '../errors.ts'
import { cleanText, foldSpace } from './clean.ts'
import { composeBlocks } from './compose.ts'
import { readBlocks } from './html-blocks.ts'
import { slotOf } from './html-slots.ts'
import { attribute, walk, type Element } from './html-tree.ts'
import { plainLine, withRole, type Line } from './line.ts'
import {
  isOpenMatter,
  readFrontMatter,
  splitFrontMatter,
  type FrontMatter,
} from './markdown-front-matter.ts'
import { looksLikeMarkdown, plainMarkdown, withBrackets } from './markdown-marks.ts'
import type { Reader, Reading, Source } from './reader.ts'

/** Reads Markdown (CommonMark, with GitHub's tables and footnotes), with or without front matter. */
export const markdownReader: Reader = {
  name: 'markdown',
  recognises: ({ name, path, text }) =>
    /\.(?:md|mdown|markdown)$/i.test(path ?? name) || looksLikeMarkdown(text),
  read: readMarkdown,
}

/** An article of a thousand pages; the parser needs seconds for more. */
const mostCharacters = 2_000_000

// The two take about 0.3 s to load: only a run that meets Markdown waits for them.
const load = createRequire(import.meta.url)

function readMarkdown(source: Source): Reading {
  const { matter, body } = splitFrontMatter(source.text.replaceAll('\0', ''))
  if (matter === undefined && isOpenMatter(body)) {
    throw new BabelwireError('input', 'the front matter has no end', {
      place: { file: source.name, line: 1, column: 1 },
      mend: 'Write a line of "---" after its last field.',
    })
  }
  if (body.length > mostCharacters) {
    throw new BabelwireError('input', `${body.length} characters are too many for an article`, {
      place: { file: source.name },
      mend: `Split it, or keep it below ${mostCharacters} characters.`,
    })
  }
  const stated = matter === undefined ? {} : readFrontMatter(matter, source.name)
  const { summary, ...metadata } = stated
  const url = metadata.url ?? source.url
  const lines = linesOf(plainMarkdown(body), url)
  const reading = composeBlocks([...summaryLines(summary), ...underTitle(lines, stated)])
  return { ...metadata, ...(url === undefined ? {} : { url }), ...reading }
}

/** Markdown may hold any HTML, so what it becomes is read as strictly as a page. */
function linesOf(markdown: string, base: string | undefined): readonly Line[] {
  const { micromark } = load('micromark') as typeof Micromark
  const { gfm, gfmHtml } = load('micromark-extension-gfm') as typeof MicromarkGfm
  // GitHub shows a script as text; here it is read, and dropped, with the rest of the HTML.
  const extension = gfmHtml({ clobberPrefix: '' })
  const tagFilter = /^html(?:Flow|Text)Data$/
  const exit = Object.fromEntries(
    Object.entries(extension.exit ?? {}).filter(([name]) => !tagFilter.test(name)),
  )
  const html = micromark(markdown, {
    allowDangerousHtml: true,
    allowDangerousProtocol: true,
    extensions: [gfm()],
    htmlExtensions: [{ ...extension, exit }],
  }).replace(/\s*<a href="[^"]*" data-footnote-backref[^>]*>[^<]*(?:<sup>\d+<\/sup>)?<\/a>/g, '')
  const document = parse(`<article>${withBrackets(html)}</article>`, { scriptingEnabled: true })
  for (const step of walk(document, () => false)) {
    if (step.kind !== 'enter' || step.element.tagName !== 'body') continue
    return readBlocks(step.element, base, {
      slotOf: (element) => pictureCaption(element) ?? slotOf(element, base),
    })
  }
  return []
}

/** The title of a picture that stands alone is its caption, else the words that describe it are. */
function pictureCaption(element: Element): Line | undefined {
  if (element.tagName !== 'p') return undefined
  const [picture, ...rest] = element.childNodes.filter(
    (node) => !('value' in node) || node.value.trim() !== '',
  )
  if (picture === undefined || rest.length > 0) return undefined
  if (!('tagName' in picture) || picture.tagName !== 'img') return undefined
  const words = attribute(picture, 'title') ?? attribute(picture, 'alt') ?? ''
  const plain = foldSpace(cleanText(words))
  return /[\p{L}\p{N}]/u.test(plain) ? plainLine(plain, 'caption') : undefined
}

function summaryLines(summary: string | undefined): readonly Line[] {
  return summary === undefined ? [] : [plainLine(foldSpace(cleanText(summary)), 'summary')]
}

/** Below a stated title a first-level heading is a section, unless it repeats the title. */
function underTitle(lines: readonly Line[], { title }: FrontMatter): readonly Line[] {
  if (title === undefined) return lines
  return lines.map((line) =>
    line.role === 'headline' && line.plain !== foldSpace(cleanText(title))
      ? withRole(line, 'heading')
      : line,
  )
}
