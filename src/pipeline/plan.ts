import type { Caller } from '../engines/index.ts'
import { termsFor, termsHash } from '../glossary/index.ts'
import {
  keyText,
  memoryKey,
  type Memory,
  type MemoryKey,
  type Remembered,
} from '../memory/index.ts'
import type { Finding, Locale, Segment, TaggedText, TermMatch } from '../model.ts'
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
  readonly terms: readonly TermMatch[]
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

/** Finds the terms of each sentence for a language and recalls what was answered before. */
export async function planLanguage(
  articles: readonly PreparedArticle[],
  source: Locale,
  target: Locale,
  caller: Caller,
  memory: Memory,
): Promise<Plan> {
  const sentences = new Map<string, Sentence>()
  const planSegment = (
    { article, context }: PreparedArticle,
    { block }: PreparedBlock,
    prepared: PreparedSegment,
  ): PlannedSegment => {
    const { segment, normal, hits } = prepared
    const terms = termsFor(hits, target)
    const key = memoryKey({
      segment,
      source: normal.text,
      target,
      termsHash: termsHash(terms),
      profile: caller.engine.profile(source, target),
      article: article.id,
      isDerived: block.derived === true,
    })
    const sentence = keyText(key)
    if (!sentences.has(sentence)) {
      sentences.set(sentence, {
        key,
        source: normal.text,
        segment: { ...segment, source: normal.text },
        article: article.id,
        context,
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
  const answers = new Map(await memory.recall([...sentences.values()]))
  return { source, target, caller, articles: planned, sentences, answers, verdicts: new Map() }
}
