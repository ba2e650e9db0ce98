import path from 'node:path'
import { autonym, direction, scriptOf } from '../locale.ts'
import type { Locale } from '../model.ts'
import { readIfThere, writeAtomic } from './atomic-file.ts'
import type { Manifest } from './manifest.ts'
import { formatJson } from './messages.ts'

/** Older articles are found by their own manifest; the index is what a front page needs. */
const newest = 100

/** What stands in `index.json`. */
export interface SiteIndex {
  readonly languages: readonly LanguageInfo[]
  readonly articles: readonly IndexedArticle[]
}

export interface LanguageInfo {
  readonly tag: Locale
  readonly autonym: string
  readonly dir: 'ltr' | 'rtl'
  readonly script: string
}

export interface IndexedArticle {
  readonly id: string
  readonly source: Locale
  readonly published?: string
  /** Languages that have a bundle. */
  readonly languages: readonly Locale[]
}

/** Brings the index up to date with manifests that were written; @returns whether it changed. */
export function updateIndex(
  output: string,
  languages: readonly Locale[],
  manifests: readonly Manifest[],
): boolean {
  const file = path.join(output, 'index.json')
  const articles = new Map(readArticles(file).map((article) => [article.id, article]))
  for (const manifest of manifests) articles.set(manifest.id, indexed(manifest))
  const index: SiteIndex = {
    languages: languages.map((tag) => ({
      tag,
      autonym: autonym(tag),
      dir: direction(tag),
      script: scriptOf(tag),
    })),
    articles: [...articles.values()].sort(byAge).slice(0, newest),
  }
  return writeAtomic(output, file, formatJson(index))
}

/** A broken index is made anew, like any other derived file. */
function readArticles(file: string): readonly IndexedArticle[] {
  try {
    return (JSON.parse(readIfThere(file) ?? '{"articles":[]}') as SiteIndex).articles
  } catch {
    return []
  }
}

function indexed(manifest: Manifest): IndexedArticle {
  const { id, source, published } = manifest
  const live = Object.entries(manifest.languages).filter(
    ([, entry]) => entry.revision !== undefined,
  )
  return {
    id,
    source,
    ...(published === undefined ? {} : { published }),
    languages: live.map(([tag]) => tag).sort(),
  }
}

function byAge(a: IndexedArticle, b: IndexedArticle): number {
  const [dateA, dateB] = [a.published ?? '', b.published ?? '']
  if (dateA !== dateB) return dateA < dateB ? 1 : -1
  return a.id < b.id ? -1 : 1
}
