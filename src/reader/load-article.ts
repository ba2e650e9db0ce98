import type { Locale } from '../model.ts'
import { articleBlocks, type ArticleBlock, type Bundle } from './article-blocks.ts'
import { direction } from './direction.ts'
import { fetchJson, type Fetch } from './fetch-json.ts'
import { matchLocale } from './match-locale.ts'
import { isManifest, type LanguageEntry, type ReaderManifest } from './reader-manifest.ts'

/** An article as a page shows it, or why there is none. */
export type LoadedArticle =
  | {
      readonly kind: 'article'
      readonly manifest: ReaderManifest
      /** The language it is shown in; not the wanted one where the article has none in that. */
      readonly locale: Locale
      readonly dir: 'ltr' | 'rtl'
      /** Whether `locale` is what was asked for, in any region. */
      readonly isWanted: boolean
      /** State of the translation: label it. */
      readonly entry: LanguageEntry
      readonly messages: Bundle
      readonly blocks: readonly ArticleBlock[]
      /** Languages it can be read in. */
      readonly available: readonly Locale[]
    }
  | {
      readonly kind: 'withdrawn'
      readonly manifest: ReaderManifest
      readonly at: string
      readonly reason: string
    }
  | { readonly kind: 'missing' }

/** Which article to load, in which language, from where. */
export interface ArticleRequest {
  /** Address of the output folder: `/locales`, or a whole address on a server. */
  readonly base: string
  readonly id: string
  readonly locale: Locale
  /** Languages that the reader takes instead, best first; the source is always the last. */
  readonly fallback?: readonly Locale[]
  readonly signal?: AbortSignal
}

/**
 * Loads an article in the wanted language, else in one of `fallback`, else in its source. A block
 * that the language lacks is taken from the source and marked. An article that was withdrawn or
 * lost between two clicks is an answer, not an error.
 * @throws {LoadError} where the server fails, or the manifest is not one.
 */
export async function loadArticle(
  { base, id, locale, fallback = [], signal }: ArticleRequest,
  fetch: Fetch = globalThis.fetch,
): Promise<LoadedArticle> {
  if (!/^[a-z0-9][a-z0-9-]{0,99}$/.test(id)) return { kind: 'missing' }
  const root = base.replace(/\/+$/, '')
  const manifest = await fetchJson(`${root}/articles/${id}.json`, isManifest, fetch, signal)
  if (manifest === undefined) return { kind: 'missing' }
  if (manifest.withdrawn !== undefined)
    return { kind: 'withdrawn', manifest, ...manifest.withdrawn }

  const { source, languages } = manifest
  const available = Object.keys(languages).filter((tag) => languages[tag]?.revision !== undefined)
  const bundle = (tag: Locale): Promise<Bundle | undefined> =>
    available.includes(tag)
      ? // A bundle that cannot be read is as good as none: there is another language.
        fetchJson(`${root}/${tag}/articles/${id}.json`, isBundle, fetch, signal).catch(
          nothing(signal),
        )
      : Promise.resolve(undefined)

  const tags = [locale, ...fallback, source]
  for (const shown of new Set(tags.flatMap((tag) => matchLocale([tag], available) ?? []))) {
    const messages = await bundle(shown)
    const entry = languages[shown]
    if (messages === undefined || entry === undefined) continue
    const needsSource = shown !== source && articleBlocks(manifest, shown, messages, {}).isPartial
    const { blocks } = articleBlocks(
      manifest,
      shown,
      messages,
      needsSource ? ((await bundle(source)) ?? {}) : {},
    )
    const isWanted = matchLocale([locale], [shown]) !== undefined
    return {
      kind: 'article',
      manifest,
      locale: shown,
      dir: direction(shown),
      isWanted,
      entry,
      messages,
      blocks,
      available,
    }
  }
  return { kind: 'missing' }
}

/** Passes on that the caller gave up; any other trouble is no bundle. */
function nothing(signal: AbortSignal | undefined): (error: unknown) => undefined {
  return (error) => {
    if (signal?.aborted === true) throw error
    return undefined
  }
}

function isBundle(value: unknown): value is Bundle {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
