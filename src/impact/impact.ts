import type { Micros } from '../budget.ts'
import { readManifest } from '../bundle/index.ts'
import { BabelwireError } from '../errors.ts'
import { termsFor, termsHash } from '../glossary/index.ts'
import { isSameLanguage } from '../locale.ts'
import type { Article, Locale, Role } from '../model.ts'
import { carryAnswers } from '../pipeline/carry.ts'
import { verdictOf } from '../pipeline/judge.ts'
import { planLanguages, recallAnswers, type Plan } from '../pipeline/plan.ts'
import { articlesAtOnce, prepareArticle, type PreparedArticle } from '../pipeline/prepare.ts'
import type { GlossaryUse, LocalizeServices } from '../pipeline/services.ts'
import { openTally } from '../pipeline/tally.ts'
import { translateMissing } from '../pipeline/translate.ts'
import { plainText } from '../tagged-text.ts'

/** A published sentence that an edit of the glossary touches. */
export interface TouchedSegment {
  readonly article: string
  readonly locale: Locale
  /** `<block key>.<number>` */
  readonly key: string
  readonly role: Role
  readonly source: string
  /** What readers see now; absent where the segment is held. */
  readonly before?: string
  /** What they will see, where no engine has to be asked. */
  readonly after?: string
  /** Whether the engine is asked for it. */
  readonly isSent: boolean
}

/** What an edit does to one language. */
export interface LanguageImpact {
  readonly locale: Locale
  readonly segments: readonly TouchedSegment[]
  /** Unicode code points to be sent, each sentence once. */
  readonly characters: number
  readonly requests: number
  readonly micros: Micros
  /** Why it is not known what this language costs. */
  readonly error?: BabelwireError
}

/**
 * What a run would do to published articles if one glossary took the place of another: both are
 * planned by the code of the run itself, from the same memory, and compared sentence by sentence.
 * Nothing is sent or written.
 */
export async function glossaryImpact(
  articles: readonly Article[],
  targets: readonly Locale[],
  before: GlossaryUse,
  after: GlossaryUse,
  services: LocalizeServices,
): Promise<readonly LanguageImpact[]> {
  const dry = {
    ...services,
    isDryRun: true,
    earlierGlossaries: async () => [before, ...(await services.earlierGlossaries())],
  }
  const asked = new Set<string>()
  const published = articles.flatMap((article) => {
    const languages = readManifest(services.output, article.id)?.languages ?? {}
    const isPublished = (locale: Locale): boolean =>
      !isSameLanguage(locale, article.locale) && languages[locale] !== undefined
    return targets.some(isPublished) ? [{ article, isPublished }] : []
  })
  const byId = new Map(published.map(({ article, isPublished }) => [article.id, isPublished]))
  const isWanted = ({ id }: Article, target: Locale): boolean => byId.get(id)?.(target) === true
  const impacts = new Map<Locale, LanguageImpact>()
  for (let at = 0; at < published.length; at += articlesAtOnce) {
    const some = published.slice(at, at + articlesAtOnce).map(({ article }) => article)
    const prepared = [before, after].map(({ matcherFor }) =>
      some.map((article) => prepareArticle(article, matcherFor(article.locale))),
    )
    for (const target of targets) {
      const impact = await impactOn(target, prepared, isWanted, asked, dry).catch(
        (error: unknown) => {
          if (!(error instanceof BabelwireError)) throw error
          return { ...nothing(target), segments: touchedByNames(target, prepared, isWanted), error }
        },
      )
      impacts.set(target, addImpacts(impacts.get(target) ?? nothing(target), impact))
    }
  }
  return [...impacts.values()].filter(
    ({ segments, error }) => segments.length > 0 || error !== undefined,
  )
}

/** The same articles with the names of the one glossary and of the other, in one language. */
async function impactOn(
  target: Locale,
  prepared: readonly (readonly PreparedArticle[])[],
  isWanted: (article: Article, target: Locale) => boolean,
  asked: Set<string>,
  dry: LocalizeServices,
): Promise<LanguageImpact> {
  const [old = [], now = []] = await Promise.all(
    prepared.map(async (articles) => {
      const plans = await planLanguages(articles, [target], isWanted, dry)
      await recallAnswers(plans, dry.memory)
      return plans
    }),
  )
  await carryAnswers(now, dry)
  const compared = await Promise.all(now.map((plan, i) => comparePlans(old[i], plan, asked, dry)))
  return compared.reduce(addImpacts, nothing(target))
}

function nothing(locale: Locale): LanguageImpact {
  return { locale, segments: [], characters: 0, requests: 0, micros: 0 }
}

/** Where no engine can be asked: the segments whose names are told otherwise, at a price that is not known. */
function touchedByNames(
  target: Locale,
  [before = [], after = []]: readonly (readonly PreparedArticle[])[],
  isWanted: (article: Article, target: Locale) => boolean,
): readonly TouchedSegment[] {
  return after.flatMap(({ article, blocks }, a) =>
    blocks.flatMap(({ block, segments }, b) =>
      segments.flatMap(({ segment, hits }, s): readonly TouchedSegment[] => {
        const old = before[a]?.blocks[b]?.segments[s]?.hits ?? []
        const isSame = termsHash(termsFor(old, target)) === termsHash(termsFor(hits, target))
        if (isSame || !isWanted(article, target)) return []
        const { id } = article
        const source = plainText(segment.source)
        return [
          { article: id, locale: target, key: segment.key, role: block.role, source, isSent: true },
        ]
      }),
    ),
  )
}

function addImpacts(a: LanguageImpact, b: LanguageImpact): LanguageImpact {
  const error = a.error ?? b.error
  return {
    locale: a.locale,
    segments: [...a.segments, ...b.segments],
    characters: a.characters + b.characters,
    requests: a.requests + b.requests,
    micros: a.micros + b.micros,
    ...(error === undefined ? {} : { error }),
  }
}

/** Two plans of the same articles in one language, segment by segment. */
async function comparePlans(
  before: Plan | undefined,
  after: Plan,
  asked: Set<string>,
  dry: LocalizeServices,
): Promise<LanguageImpact> {
  const tally = openTally()
  const sentences = new Map([...after.sentences].filter(([id]) => !asked.has(id)))
  await translateMissing({ ...after, sentences }, dry, tally)
  const spent = after.articles.map(({ article }) => tally.of(article.id))
  const sent = new Set(spent.flatMap(({ sentences }) => [...sentences]))
  for (const id of sent) asked.add(id)
  const segments = after.articles.flatMap((planned, a) =>
    planned.blocks.flatMap(({ block, segments: all }, b) =>
      all.flatMap((segment, s): readonly TouchedSegment[] => {
        const old = before?.articles[a]?.blocks[b]?.segments[s]
        const was = textOf(before, old?.sentence)
        const is = textOf(after, segment.sentence)
        const isSent = asked.has(segment.sentence)
        const isTouched = old?.sentence !== segment.sentence || isSent || was !== is
        // Nobody had an answer to this one: it waits for reasons of its own.
        if (!isTouched || (old?.sentence === segment.sentence && was === undefined && isSent)) {
          return []
        }
        return [
          {
            article: planned.article.id,
            locale: after.target,
            key: segment.segment.key,
            role: block.role,
            source: plainText(segment.segment.source),
            ...(was === undefined ? {} : { before: was }),
            ...(is === undefined || isSent ? {} : { after: is }),
            isSent,
          },
        ]
      }),
    ),
  )
  const sum = (one: (n: (typeof spent)[number]) => number): number =>
    spent.reduce((total, n) => total + one(n), 0)
  return {
    locale: after.target,
    segments,
    characters: sum((n) => n.characters),
    requests: sum((n) => n.requests),
    micros: sum((n) => n.micros),
  }
}

/** The text of a sentence as it may be published; nothing while it is held. */
function textOf(plan: Plan | undefined, id: string | undefined): string | undefined {
  const verdict = plan === undefined || id === undefined ? undefined : verdictOf(plan, id)
  return verdict?.isGood === true ? plainText(verdict.text) : undefined
}
