import { BabelwireError } from '../errors.ts'
import { canonicalLocale } from '../locale.ts'
import { parseYamlFile, type YamlFile } from '../yaml-file.ts'
import { isIsoDate } from './html-metadata.ts'
import type { Reading } from './reader.ts'

/** What the front matter of a Markdown file says of its article. */
export type FrontMatter = Omit<Reading, 'blocks' | 'leftOut' | 'entities'> & {
  readonly summary?: string
}

/** A Markdown file in its two parts; without front matter `matter` is absent. */
export interface MarkdownParts {
  readonly matter?: string
  readonly body: string
}

const fenced = /^\ufeff?---[ \t]*\r?\n([^]*?)(?:\r?\n)?^(?:---|\.\.\.)[ \t]*(?:\r?\n|$)/m

/** Separates the front matter, which stands between two lines of `---`, from the text. */
export function splitFrontMatter(text: string): MarkdownParts {
  const match = fenced.exec(text)
  const matter = match?.[1] ?? ''
  // A rule of dashes at the start of a text is no front matter: that has a key.
  if (match?.index !== 0 || !/^[\p{L}_"'][^\n:]{0,80}:(?:\s|$)/mu.test(matter))
    return { body: text }
  return { matter, body: text.slice(match[0].length) }
}

/** Whether a text begins a front matter; to be asked when it has none that is closed. */
export function isOpenMatter(text: string): boolean {
  return /^\ufeff?---[ \t]*\r?\n[\w-]{1,40}:(?:[ \t]|\r?\n)/.test(text)
}

/** The names that site generators give to the fields, the first that is there counts. */
const names = {
  id: ['id', 'slug'],
  title: ['title', 'headline'],
  summary: ['summary', 'standfirst', 'subtitle'],
  locale: ['lang', 'language', 'locale'],
  published: ['date', 'published', 'published_at', 'publishDate'],
  updated: ['updated', 'lastmod', 'modified', 'last_modified_at'],
  byline: ['author', 'authors', 'byline'],
  url: ['canonical', 'canonical_url', 'url'],
} as const

const drafts = /^(?:draft|withheld|embargoed|private|unpublished)$/i
const canceled = /^(?:cancell?ed|killed|withdrawn)$/i

/**
 * The fields of a front matter.
 * @throws {BabelwireError} `input` with line and column where it is not YAML, or a date or a
 * language is none.
 */
export function readFrontMatter(matter: string, file: string): FrontMatter {
  // The line of `---` above counts in the places.
  const yaml = parseYamlFile(`\n${matter}`, file, { code: 'input' })
  const value: unknown = yaml.document.toJS()
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new BabelwireError('input', 'the front matter is not a list of fields', {
      place: { file, line: 2, column: 1 },
      mend: 'Write each field as "name: value".',
    })
  }
  const fields = value as Readonly<Record<string, unknown>>
  const read = (field: keyof typeof names): readonly [key: string, text: string] | undefined => {
    for (const key of names[field]) {
      const text = textOf(Object.hasOwn(fields, key) ? fields[key] : undefined)
      if (text !== undefined) return [key, text]
    }
    return undefined
  }
  const status = statusOf(fields)
  const locale = read('locale')
  const url = read('url')?.[1]
  const found = {
    id: read('id')?.[1],
    title: read('title')?.[1],
    summary: read('summary')?.[1],
    byline: read('byline')?.[1],
    locale: locale && localeOf(locale, yaml),
    published: dateOf(read('published'), yaml),
    updated: dateOf(read('updated'), yaml),
    url: url !== undefined && /^https?:\/\//i.test(url) && URL.canParse(url) ? url : undefined,
    status,
  }
  const present = Object.entries(found).filter(([, each]) => each !== undefined)
  return Object.fromEntries(present) as FrontMatter
}

function textOf(value: unknown): string | undefined {
  if (Array.isArray(value)) {
    return value.flatMap((each) => textOf(each) ?? []).join(', ') || undefined
  }
  if (typeof value === 'object' && value !== null) return textOf((value as { name?: unknown }).name)
  if (typeof value !== 'string' && typeof value !== 'number') return undefined
  return String(value).trim() || undefined
}

function statusOf(fields: Readonly<Record<string, unknown>>): Reading['status'] {
  const stated = textOf(fields['status']) ?? ''
  if (canceled.test(stated)) return 'canceled'
  const isDraft = fields['draft'] === true || fields['published'] === false || drafts.test(stated)
  return isDraft ? 'withheld' : undefined
}

function localeOf([key, written]: readonly [string, string], yaml: YamlFile): string {
  try {
    return canonicalLocale(written)
  } catch (cause) {
    throw new BabelwireError('input', `"${written}" is not a language`, {
      place: yaml.placeOf([key]),
      mend: 'Write a BCP 47 tag such as es, pt-BR or zh-Hans.',
      cause,
    })
  }
}

/** `2026-01-14 05:40:00 +0200` is how Jekyll writes it. */
function dateOf(
  field: readonly [key: string, written: string] | undefined,
  yaml: YamlFile,
): string | undefined {
  if (field === undefined) return undefined
  const [key, written] = field
  const date = written.replace(
    /^(\d{4}-\d\d-\d\d)[ T](\d\d:\d\d(?::\d\d)?)(?:\.\d+)? ?([+-]\d\d):?(\d\d)$/,
    '$1T$2$3:$4',
  )
  if (isIsoDate(date)) return date
  throw new BabelwireError('input', `"${written}" is not a date`, {
    place: yaml.placeOf([key]),
    mend: 'Write it as 2026-01-14 or 2026-01-14T05:40:00Z.',
  })
}
