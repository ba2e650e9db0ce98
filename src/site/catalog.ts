import { existsSync, readdirSync, statSync } from 'node:fs'
import path from 'node:path'
import { articleIdPattern, manifestFile } from '../bundle/index.ts'
import type { Locale } from '../model.ts'
import { readKnownManifest } from './read-manifest.ts'
import type { SiteProblem } from './site-problem.ts'

/** What lists of articles need of one; texts are read when a list is written. */
export interface CatalogEntry {
  readonly id: string
  /** Time of change and size of the manifest. */
  readonly stamp: string
  readonly source: Locale
  /** ISO 8601, where it can be read as a date. */
  readonly published?: string
  /** When each language last changed, ISO 8601; its keys are the languages it can be read in. */
  readonly changed: Readonly<Record<Locale, string>>
  /** Languages whose text nobody reviewed. */
  readonly unreviewed: readonly Locale[]
  readonly isWithdrawn: boolean
  readonly problems: readonly SiteProblem[]
}

/** All articles of an output folder, newest first. */
export interface Catalog {
  readonly entries: readonly CatalogEntry[]
  /** Of manifests that cannot be read at all. */
  readonly problems: readonly SiteProblem[]
}

/** Lists all manifests; an entry of `previous` whose manifest did not change is taken as it is. */
export function readCatalog(output: string, previous?: Catalog): Catalog {
  const known = new Map(previous?.entries.map((entry) => [entry.id, entry]))
  const problems: SiteProblem[] = []
  const entries = articleIds(output).flatMap((id) => {
    const stamp = stampOf(manifestFile(output, id))
    const before = known.get(id)
    if (before !== undefined && before.stamp === stamp) return [before]
    const entry = readEntry(output, id, stamp, problems)
    return entry === undefined ? [] : [entry]
  })
  return { entries: entries.sort(byAge), problems }
}

function articleIds(output: string): readonly string[] {
  const folder = path.join(output, 'articles')
  if (!existsSync(folder)) return []
  return readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .map((name) => name.slice(0, -'.json'.length))
    .filter((id) => articleIdPattern.test(id))
}

/** Time of change and size of a file, or `-` where there is none. */
export function stampOf(file: string): string {
  const found = statSync(file, { throwIfNoEntry: false })
  return found === undefined ? '-' : `${found.mtimeMs.toString(36)}.${found.size.toString(36)}`
}

function readEntry(
  output: string,
  id: string,
  stamp: string,
  problems: SiteProblem[],
): CatalogEntry | undefined {
  const { known, problems: found } = readKnownManifest(output, id)
  if (known === undefined) {
    problems.push(...found)
    return undefined
  }
  const { manifest, claimed } = known
  const isWithdrawn = manifest.withdrawn !== undefined
  const published = dateIn(manifest.published)
  const changed = claimed.map(
    (tag) => [tag, dateIn(manifest.languages[tag]?.at) ?? published ?? ''] as const,
  )
  return {
    id,
    stamp,
    source: manifest.source,
    ...(published === undefined ? {} : { published }),
    changed: isWithdrawn ? {} : Object.fromEntries(changed),
    unreviewed: claimed.filter((tag) => isUnreviewed(manifest.languages[tag]?.state)),
    isWithdrawn,
    problems: found,
  }
}

/** Whether a text is a machine's alone. */
export function isUnreviewed(state: string | undefined): boolean {
  return state !== 'source' && state !== 'reviewed'
}

/** A date as it is written, where it is one. */
export function dateIn(written: unknown): string | undefined {
  return typeof written === 'string' && !Number.isNaN(Date.parse(written)) ? written : undefined
}

/** The languages an article can be read in on this site. */
export function readableIn(entry: CatalogEntry, languages: readonly Locale[]): readonly Locale[] {
  return Object.keys(entry.changed).filter((tag) => tag === entry.source || languages.includes(tag))
}

/** Newest first; what has no date last. */
function byAge(a: CatalogEntry, b: CatalogEntry): number {
  return timeOf(b) - timeOf(a) || (a.id < b.id ? -1 : 1)
}

function timeOf({ published }: CatalogEntry): number {
  return published === undefined ? 0 : Date.parse(published)
}
