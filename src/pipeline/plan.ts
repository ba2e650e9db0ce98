import type { Caller } from '../engines/index.ts'
import { termsFor, termsHash } from '../glossary/index.ts'
import {
  keyText,
  memoryKey,
  type Memory,
  type MemoryKey,
  type Remembered,
} from '../memory/index.ts'
import type { Article, Finding, Locale, Segment, TaggedText, TermMatch } from '../model.ts'
import type { LocalizeServices } from './services.ts'
import type { PreparedArticle, PreparedBlock, PreparedSegment } from './prepare.ts'

/** One text to have in one language, however many segments say it. */
export interface Sentence {
  readonly key: MemoryKey
  /** Normalised; see `memory/key.ts`. */
  readonly source: TaggedText
  /** The first segment that says it. */
  readonly segment: Segment
  /** Id of the article of that segment, to which its cost is put down. */
  readonly article: string
  readonly context: string
  /** Whether it is a headline that was taken from the body. */
  readonly isDerived: boolean
  readonly terms: readonly TermMatch[]
}

/** The memory key of a sentence that demands these terms. */
export function keyOf(
  sentence: Pick<Sentence, 'segment' | 'source' | 'article' | 'isDerived'>,
  target: Locale,
  profile: string,
  terms: readonly TermMatch[],
  sourceHash?: string,
): MemoryKey {
  return memoryKey({
    ...sentence,
    ...(sourceHash === undefined ? {} : { sourceHash }),
    target,
    termsHash: termsHash(terms),
    profile,
  })
}

export interface PlannedSegment extends PreparedSegment {
  /** Key into `Plan.sentences`. */
  readonly sentence: string
}

export interface PlannedBlock extends PreparedBlock {
  readonly segments: readonly PlannedSegment[]
}

export interface PlannedArticle extends PreparedArticle {
  readonly blocks: readonly PlannedBlock[]
}

/** Everything one language needs for a set of articles, each sentence once. */
export interface Plan {
  readonly source: Locale
  readonly target: Locale
  readonly caller: Caller
  readonly articles: readonly PlannedArticle[]
  readonly sentences: ReadonlyMap<string, Sentence>
  /** The answers there are, by sentence; grows while the engine answers. */
  readonly answers: Map<string, Remembered>
  /** Verdicts passed so far, by answer; see `judge.ts`. */
  readonly verdicts: Map<Remembered, Verdict>
}

/** A remembered answer as it may be published, and what is wrong with it. */
export interface Verdict {
  readonly text: TaggedText
  readonly findings: readonly Finding[]
  /** Nothing of severity `error`: may go live. */
  readonly isGood: boolean
}

/** Finds the terms and the memory key of each sentence for a language. */
export function planArticles(
  articles: readonly PreparedArticle[],
  source: Locale,
  target: Locale,
  caller: Caller,
): Plan {
  const profile = caller.engine.profile(source, target)
  const sentences = new Map<string, Sentence>()
  const planSegment = (
    { article, context }: PreparedArticle,
    { block }: PreparedBlock,
    prepared: PreparedSegment,
  ): PlannedSegment => {
    const { segment, normal, hits } = prepared
    const terms = termsFor(hits, target)
    const said = {
      source: normal.text,
      segment,
      article: article.id,
      context,
      isDerived: block.derived === true,
    }
    const key = keyOf(said, target, profile, terms, prepared.sourceHash)
    const sentence = keyText(key)
    if (!sentences.has(sentence)) {
      sentences.set(sentence, {
        ...said,
        key,
        segment: { ...segment, source: normal.text },
        terms,
      })
    }
    return { ...prepared, sentence }
  }
  const planned = articles.map((prepared) => ({
    ...prepared,
    blocks: prepared.blocks.map((block) => ({
      ...block,
      segments: block.segments.map((segment) => planSegment(prepared, block, segment)),
    })),
  }))
  return {
    source,
    target,
    caller,
    articles: planned,
    sentences,
    answers: new Map(),
    verdicts: new Map(),
  }
}

/** A plan for each language and source language that something waits for. */
export async function planLanguages(
  articles: readonly PreparedArticle[],
  targets: readonly Locale[],
  isWanted: (article: Article, target: Locale) => boolean,
  services: LocalizeServices,
): Promise<readonly Plan[]> {
  const plans: Plan[] = []
  for (const target of targets) {
    const waiting = articles.filter(({ article }) => isWanted(article, target))
    for (const [source, group] of Map.groupBy(waiting, ({ article }) => article.locale)) {
      plans.push(planArticles(group, source, target, await services.callerFor(source, target)))
    }
  }
  return plans
}

/** Fills in what was answered before, for all languages at once. */
export async function recallAnswers(plans: readonly Plan[], memory: Memory): Promise<void> {
  const known = await memory.recall(plans.flatMap(({ sentences }) => [...sentences.values()]))
  for (const { sentences, answers } of plans) {
    for (const id of sentences.keys()) {
      const answer = known.get(id)
      if (answer !== undefined) answers.set(id, answer)
    }
  }
}
