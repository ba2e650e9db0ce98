import { existsSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { autonym, direction, scriptOf } from '../locale.ts'
import type { Locale } from '../model.ts'
import { readIfThere, writeAtomic } from './atomic-file.ts'
import { readManifest, type Manifest } from './manifest.ts'
import { articleIdPattern, formatJson } from './messages.ts'

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
export async function updateIndex(
  output: string,
  languages: readonly Locale[],
  manifests: readonly Manifest[],
): Promise<boolean> {
  const file = path.join(output, 'index.json')
  const known = readArticles(file) ?? listedManifests(output).map(indexed)
  const articles = new Map(known.map((article) => [article.id, article]))
  for (const manifest of manifests) {
    if (manifest.withdrawn === undefined) articles.set(manifest.id, indexed(manifest))
    else articles.delete(manifest.id)
  }
  const index: SiteIndex = {
    languages: languages.map((tag) => ({
      tag,
      autonym: autonym(tag),
      dir: direction(tag),
      script: scriptOf(tag),
    })),
    articles: [...articles.values()]
      .sort(byAge)
      .slice(0, newest)
      // A language that was taken out of the configuration is not offered any more.
      .map((article) => ({
        ...article,
        languages: article.languages.filter(
          (tag) => tag === article.source || languages.includes(tag),
        ),
      })),
  }
  return writeAtomic(output, file, formatJson(index))
}

/** The articles of the index; nothing when it is missing or broken. */
function readArticles(file: string): readonly IndexedArticle[] | undefined {
  try {
    const { articles } = JSON.parse(readIfThere(file) ?? '{}') as Partial<SiteIndex>
    const isWhole = articles?.every((article) => typeof article.id === 'string') === true
    return isWhole ? articles : undefined
  } catch {
    return undefined
  }
}

/** A broken index is made anew from all manifests, like any other derived file. */
function listedManifests(output: string): readonly Manifest[] {
  const folder = path.join(output, 'articles')
  const files = existsSync(folder) ? readdirSync(folder) : []
  return files.flatMap((file) => {
    const id = path.basename(file, '.json')
    try {
      const manifest = articleIdPattern.test(id) ? readManifest(output, id) : undefined
      return manifest === undefined || manifest.withdrawn !== undefined ? [] : [manifest]
    } catch {
      // A broken manifest is reported when its own article is next read.
      return []
    }
  })
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

/** Newest first; what has no date, or none that can be read, last. */
function byAge(a: IndexedArticle, b: IndexedArticle): number {
  return timeOf(b) - timeOf(a) || (a.id < b.id ? -1 : 1)
}

/** Sources write the time zone they like, so dates are compared as moments. */
function timeOf({ published = '' }: IndexedArticle): number {
  const time = Date.parse(published)
  return Number.isNaN(time) ? 0 : time
}
