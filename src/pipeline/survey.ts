import type { Aligned } from '../archive/index.ts'
import {
  bundleFile,
  formatBundle,
  readIfThere,
  readManifest,
  structureIn,
  structureOf,
  type Edition,
  type Manifest,
} from '../bundle/index.ts'
import { BabelwireError } from '../errors.ts'
import type { Article, Locale } from '../model.ts'
import { isSameLanguage } from '../locale.ts'
import { zero, type LanguageReport } from './report.ts'
import type { LocalizeServices } from './services.ts'
import { inputsOf, unchangedReport, type Inputs } from './unchanged.ts'

/** What there is to do for an article, before anything is done. */
export interface Survey {
  readonly aligned: Aligned
  /** Languages that have to be made, with what they are made from. */
  readonly todo: ReadonlyMap<Locale, Inputs>
  /** Reports of the languages that need or can have nothing. */
  readonly reports: readonly LanguageReport[]
  /** Whether manifest and source bundle of this revision are on disk. */
  readonly isPublished: boolean
  /** The manifest on disk. */
  readonly manifest?: Manifest
}

/** Compares an article with its last revision and with what is on disk. */
export async function surveyArticle(
  read: Article,
  targets: readonly Locale[],
  services: LocalizeServices,
): Promise<Survey> {
  const { archive, output } = services
  const aligned = await archive.align(read)
  const { article } = aligned
  const last = await archive.localized(article.id)
  const manifest = readManifest(output, article.id)
  const todo = new Map<Locale, Inputs>()
  const reports: LanguageReport[] = []
  for (const target of targets) {
    if (isSameLanguage(target, article.locale)) continue
    try {
      const caller = await services.callerFor(article.locale, target)
      const inputs = inputsOf(article, target, caller, services)
      const unchanged = unchangedReport(article, target, last.get(target), inputs, manifest, output)
      if (unchanged === undefined) todo.set(target, inputs)
      else reports.push(unchanged)
    } catch (error) {
      if (!(error instanceof BabelwireError) || error.code === 'cancelled') throw error
      reports.push(withoutEngine(article.id, target, error, services.missingEngine))
    }
  }
  const source = readIfThere(bundleFile(output, article.locale, article.id))
  const isPublished =
    aligned.isKnown &&
    manifest !== undefined &&
    isOf(manifest, article) &&
    source === sourceText(article)
  return { aligned, todo, reports, isPublished, ...(manifest === undefined ? {} : { manifest }) }
}

/** Whether a manifest says what the article does: its structure, its address, its date. */
function isOf(manifest: Manifest, article: Article): boolean {
  const { languages, revision, url, published, updated, byline } = manifest
  return (
    JSON.stringify(structureIn(manifest)) === JSON.stringify(structureOf(article)) &&
    languages[article.locale]?.revision === article.revision &&
    revision === article.revision &&
    url === article.url &&
    published === article.published &&
    updated === article.updated &&
    byline === article.byline
  )
}

function sourceText(article: Article): string {
  return formatBundle(sourceEdition(article).bundle)
}

/** The article in its own language. */
export function sourceEdition(article: Article): Edition {
  const messages = Object.fromEntries(article.blocks.map((block) => [block.key, block.text]))
  return {
    bundle: { article: article.id, locale: article.locale, messages },
    state: 'source',
    held: [],
  }
}

/** The reports of an article that can be neither surveyed nor published, for a reason of its own. */
export function failedArticle(
  article: string,
  targets: readonly Locale[],
  error: unknown,
): readonly LanguageReport[] {
  if (!(error instanceof BabelwireError) || error.code === 'cancelled') throw error
  return targets.map((locale) => withoutEngine(article, locale, error, 'fail'))
}

function withoutEngine(
  article: string,
  locale: Locale,
  error: BabelwireError,
  missingEngine: 'fail' | 'skip',
): LanguageReport {
  const state = error.code === 'engine' && missingEngine === 'skip' ? 'skipped' : 'failed'
  return {
    ...zero,
    article,
    locale,
    state,
    published: false,
    unchanged: false,
    heldSegments: [],
    warnings: [],
    error,
  }
}
