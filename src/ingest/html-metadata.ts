import { canonicalLocale } from '../locale.ts'
import type { Locale } from '../model.ts'
import { cleanText, foldSpace } from './clean.ts'
import { bylineText, shownByline } from './html-byline.ts'
import { safeUrl } from './html-links.ts'
import { attribute, isDropped, walk, type Element, type Parent } from './html-tree.ts'
import { readLinkedData } from './json-ld.ts'

/** What the head and the markup of a page say about its article. */
export interface Metadata {
  readonly locale?: Locale
  /** From a heading outside of the article, `og:title` or `<title>`, in this order. */
  readonly title?: string
  readonly published?: string
  /** When it last changed, where that differs from `published`. */
  readonly updated?: string
  readonly byline?: string
  readonly url?: string
  /** What relative links are relative to. */
  readonly base?: string
}

/** The metadata of a page; what is malformed is not there. */
export function readMetadata(
  document: Parent,
  root: Element | undefined,
  sourceUrl: string | undefined,
): Metadata {
  const page = scan(document)
  const baseUrl = safeUrl(page.base, sourceUrl) ?? sourceUrl
  const linked = readLinkedData(page.scripts)
  const stated = [page.canonical, page.meta.get('og:url'), linked.url].find(
    (each) => each !== undefined,
  )
  const canonical = safeUrl(stated, sourceUrl)
  const url = isAbsolute(canonical) ? canonical : sourceUrl
  const base = baseUrl ?? url
  const languages = [linked.language, page.meta.get('content-language')]
  const locale =
    declaredLocale(root) ?? languages.flatMap((each) => validLocale(each ?? '') ?? [])[0]
  const title = outsideHeading(document) ?? statedTitle(page, linked.headline)
  const byline =
    bylineText(linked.byline) ??
    bylineText(page.meta.get('author')) ??
    shownByline(root ?? document)
  const published = [
    page.meta.get('article:published_time'),
    linked.published,
    page.meta.get('datepublished'),
    page.meta.get('date'),
    page.time,
  ].find(isIsoDate)
  const updated = [
    page.meta.get('article:modified_time'),
    linked.updated,
    page.meta.get('datemodified'),
    page.meta.get('og:updated_time'),
  ].find(isIsoDate)
  return {
    ...(locale === undefined ? {} : { locale }),
    ...(title === undefined ? {} : { title }),
    ...(published === undefined ? {} : { published }),
    ...(updated === undefined || updated === published ? {} : { updated }),
    ...(byline === undefined ? {} : { byline }),
    ...(url === undefined ? {} : { url }),
    ...(base === undefined ? {} : { base }),
  }
}

interface Page {
  readonly meta: ReadonlyMap<string, string>
  readonly title?: string | undefined
  readonly canonical?: string | undefined
  readonly base?: string | undefined
  readonly time?: string | undefined
  /** The texts of its JSON-LD scripts. */
  readonly scripts: readonly string[]
}

/** One pass over the whole page; of each thing the first counts. */
function scan(document: Parent): Page {
  const meta = new Map<string, string>()
  const found: { title?: string; canonical?: string; base?: string; time?: string } = {}
  const scripts: string[] = []
  let isInTitle = false
  let isInScript = false
  for (const step of walk(document, ({ tagName }) => tagName === 'svg' || tagName === 'template')) {
    if (step.kind === 'text') {
      if (isInTitle) found.title ??= step.text
      if (isInScript) scripts.push(step.text)
      continue
    }
    const { element } = step
    if (element.tagName === 'title') isInTitle = step.kind === 'enter'
    if (element.tagName === 'script') {
      const type = attribute(element, 'type')?.trim().toLowerCase()
      isInScript = step.kind === 'enter' && type === 'application/ld+json'
    }
    if (step.kind === 'leave') continue
    const name =
      attribute(element, 'property') ??
      attribute(element, 'name') ??
      attribute(element, 'http-equiv')
    const property = (name ?? attribute(element, 'itemprop'))?.toLowerCase()
    const content = attribute(element, 'content')
    const href = attribute(element, 'href')
    const time = attribute(element, 'datetime')
    if (element.tagName === 'meta' && property !== undefined && content !== undefined) {
      if (!meta.has(property)) meta.set(property, content.trim())
    } else if (element.tagName === 'link' && attribute(element, 'rel') === 'canonical') {
      if (href !== undefined) found.canonical ??= href
    } else if (element.tagName === 'base' && href !== undefined) {
      found.base ??= href
    } else if (element.tagName === 'time' && isIsoDate(time)) {
      found.time ??= time
    }
  }
  return { meta, scripts, ...found }
}

/** The language of the nearest element around the article that has a valid `lang`. */
function declaredLocale(root: Element | undefined): Locale | undefined {
  let node: Parent | null | undefined = root
  while (node !== null && node !== undefined && 'tagName' in node) {
    const lang = attribute(node, 'lang') ?? attribute(node, 'xml:lang')
    const locale = lang === undefined ? undefined : validLocale(lang)
    if (locale !== undefined) return locale
    node = node.parentNode
  }
  return undefined
}

function validLocale(written: string): Locale | undefined {
  try {
    const locale = canonicalLocale(written)
    // "und" is how a template says that it does not know.
    return /^(?:und|mul|zxx)\b/.test(locale) ? undefined : locale
  } catch {
    return undefined
  }
}

/** The words of the first `<h1>` that is not furniture, wherever it stands. */
function outsideHeading(document: Parent): string | undefined {
  let words = ''
  let depth = 0
  for (const step of walk(document, isDropped)) {
    if (step.kind === 'text') {
      if (depth > 0) words += step.text
    } else if (step.element.tagName === 'h1') {
      depth += step.kind === 'enter' ? 1 : -1
      if (depth === 0 && titleText(words) !== undefined) return titleText(words)
    }
  }
  return undefined
}

function statedTitle(page: Page, headline: string | undefined): string | undefined {
  const site = page.meta.get('og:site_name')
  const title = titleText(page.meta.get('og:title') ?? headline ?? page.title ?? '')
  if (title === undefined) return undefined
  if (site !== undefined && site !== '' && title.endsWith(site)) {
    const without = title.slice(0, -site.length).replace(/\s+[|–—·:-]\s+$/u, '')
    if (without !== '' && without.length < title.length - site.length) return without
  }
  // "Title | Site": a bar is not punctuation of any headline.
  return title.replace(/\s+\|[^|]*$/u, '') || title
}

function titleText(written: string): string | undefined {
  const title = foldSpace(cleanText(written))
  return /[\p{L}\p{N}]/u.test(title) ? title : undefined
}

/** Whether a text is a date, with or without a time, as ISO 8601 has it. */
export function isIsoDate(written: string | undefined): written is string {
  if (written === undefined) return false
  const pattern =
    /^\d{4}-\d{2}-\d{2}(?:[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?(?:Z|[+-]\d{2}:?\d{2})?)?$/
  return pattern.test(written) && Number.isFinite(Date.parse(written))
}

function isAbsolute(url: string | undefined): boolean {
  return url !== undefined && /^https?:/.test(url)
}
