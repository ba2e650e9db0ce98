import type { Article, Bundle, Locale, Significance } from '../model.ts'
import { readIfThere, writeAtomic } from './atomic-file.ts'
import {
  bundleFile,
  manifestFile,
  readManifest,
  structureIn,
  structureOf,
  type LanguageEntry,
  type Manifest,
} from './manifest.ts'
import { formatBundle, formatJson } from './messages.ts'

/** A language of an article, ready for the gate. */
export interface Edition {
  readonly bundle: Bundle
  readonly state: 'machine' | 'reviewed' | 'source'
  readonly engine?: string
  /** Keys of the blocks that are held for an editor. */
  readonly held: readonly string[]
}

/** complete: a language goes live when nothing is held; partial: held blocks are left out. */
export type PublishRule = 'complete' | 'partial'

/** How much the revision changes, and from which one. */
export interface Change {
  readonly previousRevision?: string
  readonly significance?: Significance
}

/** What became of one edition. */
export interface Published {
  readonly locale: Locale
  readonly isLive: boolean
  /** The content of the bundle on disk; nothing when there is none. */
  readonly content?: string
  readonly isChanged: boolean
  /** True where a person's text stands, which no run overwrites. */
  readonly isReviewed?: true
}

/**
 * Writes the editions of an article, then its manifest, so that whatever a manifest names exists.
 * An edition that the gate holds back leaves the last live one in place, marked stale. So does one of a
 * language that a person reviewed: it stays reviewed where the source means what it meant.
 */
export async function publish(
  output: string,
  article: Article,
  editions: readonly Edition[],
  rule: PublishRule,
  now: () => Date,
  change: Change = {},
): Promise<{ readonly manifest: Manifest; readonly published: readonly Published[] }> {
  const before = readManifest(output, article.id)
  const languages = new Map<Locale, LanguageEntry>(
    Object.entries(before?.languages ?? {}).map(([locale, entry]) => [
      locale,
      entryOf(entry, article, before),
    ]),
  )
  const published = await Promise.all(
    editions.map(async (edition): Promise<Published> => {
      const { locale } = edition.bundle
      const file = bundleFile(output, locale, article.id)
      const isLive = edition.held.length === 0 || rule === 'partial'
      const old = languages.get(locale)
      const reviewed = old?.state === 'reviewed' ? readIfThere(file) : undefined
      if (old !== undefined && reviewed !== undefined) {
        languages.set(locale, reviewedEntry(old, article, change))
        return { locale, isLive: true, content: reviewed, isChanged: false, isReviewed: true }
      }
      if (!isLive) {
        const content = readIfThere(file)
        languages.set(locale, heldEntry(content === undefined ? undefined : old, edition))
        return { locale, isLive, isChanged: false, ...(content === undefined ? {} : { content }) }
      }
      const content = formatBundle(edition.bundle)
      const isChanged = await writeAtomic(output, file, content)
      const at = isChanged || old?.at === undefined ? now().toISOString() : old.at
      languages.set(locale, liveEntry(edition, article.revision, at))
      return { locale, isLive, content, isChanged }
    }),
  )
  const manifest = manifestOf(article, languages)
  await writeAtomic(output, manifestFile(output, article.id), formatJson(manifest))
  return { manifest, published }
}

function manifestOf(article: Article, languages: ReadonlyMap<Locale, LanguageEntry>): Manifest {
  const { id, locale, revision, url, published, updated, byline } = article
  return {
    id,
    source: locale,
    revision,
    ...(url === undefined ? {} : { url }),
    ...(published === undefined ? {} : { published }),
    ...(updated === undefined ? {} : { updated }),
    ...(byline === undefined ? {} : { byline }),
    ...structureOf(article),
    languages: Object.fromEntries([...languages].sort(([a], [b]) => (a < b ? -1 : 1))),
  }
}

function liveEntry(edition: Edition, revision: string, at: string): LanguageEntry {
  const { state, engine, held } = edition
  return {
    state: held.length > 0 ? 'held' : state,
    revision,
    stale: false,
    ...(engine === undefined ? {} : { engine }),
    held: [...held],
    at,
  }
}

/**
 * A person's text of an earlier revision: current where only the typography of the source changed and
 * its blocks and tags are what they were, else stale until a person looks at it.
 */
function reviewedEntry(
  entry: LanguageEntry,
  article: Article,
  { previousRevision, significance }: Change,
): LanguageEntry {
  // The weight is that of the last change; what came before it nobody has looked at.
  if (entry.revision !== previousRevision) return entry
  const { structure, ...rest } = entry
  const isSame = JSON.stringify(structure) === JSON.stringify(structureOf(article))
  if (significance !== 'typographic' || entry.held.length > 0 || !isSame) return entry
  return { ...rest, revision: article.revision, stale: false }
}

/** The last live bundle stays; what is held is said. */
function heldEntry(current: LanguageEntry | undefined, edition: Edition): LanguageEntry {
  const { engine, held } = edition
  if (current?.revision !== undefined) {
    return { ...current, state: 'held', stale: true, held: [...held] }
  }
  return {
    state: 'held',
    stale: false,
    ...(engine === undefined ? {} : { engine }),
    held: [...held],
  }
}

/** A language that is not made anew now: its bundle keeps the structure it was made with. */
function entryOf(
  entry: LanguageEntry,
  article: Article,
  before: Manifest | undefined,
): LanguageEntry {
  if (before === undefined || entry.revision === undefined) return entry
  const structure = entry.structure ?? structureIn(before)
  // The same revision may have other block keys: it came back after another, or the store is new.
  const hasSameKeys = structure.order.join() === structureOf(article).order.join()
  if (entry.revision !== article.revision || !hasSameKeys)
    return { ...entry, stale: true, structure }
  const { structure: _, ...current } = entry
  // Held in this very revision: what is live was made with another glossary or engine.
  return {
    ...current,
    stale: entry.state === 'held' && entry.stale && entry.structure === undefined,
  }
}
