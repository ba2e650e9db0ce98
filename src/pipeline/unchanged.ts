import type { Localized } from '../archive/index.ts'
import { bundleFile, readIfThere, type Manifest } from '../bundle/index.ts'
import type { Caller } from '../engines/index.ts'
import { shortHash } from '../hash.ts'
import type { Article, Locale } from '../model.ts'
import type { LanguageReport } from './report.ts'
import type { LocalizeServices } from './services.ts'

/** Raised when checks, segmentation or the ladder change, so that published languages are judged anew. */
const rulesVersion = 1

/** What a language of an article is to be made from, and what it may as well have been made from. */
export interface Inputs {
  readonly wanted: string
  /** With any of the engines listed for it, the wanted one included. */
  readonly accepted: ReadonlySet<string>
}

/** What the articles of one language are made from in another, by their revision. */
export interface PairInputs {
  of(revision: string): Inputs
  /** Whether an input is one of those that are accepted: `of` without what nobody asks for. */
  accepts(revision: string, input: string | undefined): boolean
}

/** Hashes over everything that decides a language of an article (promise P8). */
export function inputsOf(
  article: Pick<Article, 'locale' | 'revision'>,
  target: Locale,
  caller: Caller,
  services: LocalizeServices,
): Inputs {
  return inputsOfPair(article.locale, target, caller, services).of(article.revision)
}

/** The same for all articles of a language: what a pass over a whole site asks for. */
export function inputsOfPair(
  source: Locale,
  target: Locale,
  caller: Caller,
  { glossary, profiles, publish }: LocalizeServices,
): PairInputs {
  const wanted = caller.engine.profile(source, target)
  const accepted = [...new Set([wanted, ...profiles(source, target)])]
  const hashOf = (revision: string, profile: string): string =>
    shortHash(rulesVersion, revision, target, glossary.hash, profile, publish)
  return {
    of: (revision) => ({
      wanted: hashOf(revision, wanted),
      accepted: new Set(accepted.map((profile) => hashOf(revision, profile))),
    }),
    accepts: (revision, input) =>
      input !== undefined && accepted.some((profile) => hashOf(revision, profile) === input),
  }
}

/** Hash of a bundle's content on disk, as the archive keeps it. */
export function outputHash(content: string | undefined): string {
  return content === undefined ? '' : shortHash(content)
}

/**
 * The last report, when the same input was localized before and its bundle and manifest are as they
 * were left; nothing when there is work to do.
 */
export function unchangedReport(
  article: Article,
  target: Locale,
  last: Localized | undefined,
  { accepted }: Inputs,
  manifest: Manifest | undefined,
  output: string,
): LanguageReport | undefined {
  if (last === undefined || !accepted.has(last.input)) return undefined
  if (manifest?.revision !== article.revision) return undefined
  const entry = manifest.languages[target]
  // A stale edition is made anew; one that waits for a person stays as it is until something changes.
  const isWaiting = entry?.state === 'held' || entry?.state === 'reviewed'
  if (entry === undefined || (entry.stale && !isWaiting)) return undefined
  const content = readIfThere(bundleFile(output, target, article.id))
  if (outputHash(content) !== last.output) return undefined
  const report = JSON.parse(last.report) as LanguageReport
  return {
    ...report,
    unchanged: true,
    remembered: report.segments - report.held,
    translated: 0,
    characters: 0,
    requests: 0,
    micros: 0,
  }
}
