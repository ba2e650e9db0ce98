import path from 'node:path'
import { bundleFile, readIfThere, writeAtomic } from '../bundle/index.ts'
import { shortHash } from '../hash.ts'
import type { Locale } from '../model.ts'
import { stampOf, type CatalogEntry } from './catalog.ts'
import type { SiteFile } from './sitemap.ts'
import type { Site } from './site.ts'

/** What the last build made its pages from; a page is made again when this changes. */
export interface BuildState {
  /** Hash of what all pages share. */
  readonly shared: string
  /** By article: times and sizes of its manifest and bundles. */
  readonly articles: Readonly<Record<string, string>>
  /** By path of a front page: hash of its articles. */
  readonly fronts: Readonly<Record<string, string>>
}

export const emptyState: BuildState = { shared: '', articles: {}, fronts: {} }

/** Its name starts with a dot: hosts do not serve it. */
export function stateFile(out: string): string {
  return path.join(out, '.babelwire-build.json')
}

/** The state of the last build; one that cannot be read is none, so that all pages are made. */
export function readState(out: string): BuildState {
  try {
    const state = JSON.parse(readIfThere(stateFile(out)) ?? '{}') as Partial<BuildState> | null
    const { shared, articles, fronts } = state ?? {}
    const isWhole = typeof shared === 'string' && isRecord(articles) && isRecord(fronts)
    return isWhole ? { shared, articles, fronts } : emptyState
  } catch (error) {
    if (error instanceof SyntaxError) return emptyState
    throw error
  }
}

function isRecord(value: unknown): value is Readonly<Record<string, string>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

export async function writeState(out: string, state: BuildState): Promise<void> {
  await writeAtomic(out, stateFile(out), `${JSON.stringify(state)}\n`)
}

/** Hash of languages, messages, settings and assets: what every page is made with. */
export function sharedHash(site: Site, version: string, assets: readonly SiteFile[]): string {
  const { origin, title, robots, source, languages } = site
  const texts = languages.map(({ tag }) => site.messages(tag).texts)
  return shortHash(version, origin, title, robots, source, languages, texts, assets)
}

/** Times and sizes of the files that the pages of an article are made from. */
export function articleStamp(output: string, entry: CatalogEntry): string {
  const tags: readonly Locale[] = Object.keys(entry.changed)
  return shortHash(
    entry.stamp,
    tags.map((tag) => [tag, stampOf(bundleFile(output, tag, entry.id))]),
  )
}
