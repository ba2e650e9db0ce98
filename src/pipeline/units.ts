import { wrapSentences } from '../engines/index.ts'
import { lockTerms, wrongEntries } from '../glossary/index.ts'
import type { Attempt } from '../memory/index.ts'
import type { TaggedText } from '../model.ts'
import { verdictOf } from './judge.ts'
import type { Plan, Sentence } from './plan.ts'
import type { SentPart } from './tally.ts'

/** One text of a request: consecutive missing sentences of one block, or one sentence. */
export interface Unit {
  readonly parts: readonly Part[]
  readonly text: TaggedText
  readonly context: string
}

/** One sentence as it is sent. */
export interface Part extends SentPart {
  readonly attempt: Attempt
  /** Renderings that the text holds in tags, by tag name. */
  readonly locks?: ReadonlyMap<string, string>
}

/** Missing sentences in article order; neighbours of one block together where the engine keeps them apart. */
export function runsOf(plan: Plan, missing: ReadonlySet<string>): readonly Unit[] {
  const units: Unit[] = []
  const asked = new Set<string>()
  const { keepsSentences } = plan.caller.engine.traits
  for (const { segments } of plan.articles.flatMap((article) => article.blocks)) {
    let run: string[] = []
    const flush = (): void => {
      if (run.length > 0) units.push(...fitting(plan, run))
      run = []
    }
    for (const { sentence } of segments) {
      const isWanted = missing.has(sentence) && !asked.has(sentence)
      if (!isWanted || !keepsSentences) flush()
      if (isWanted) run.push(sentence)
      asked.add(sentence)
    }
    flush()
  }
  return units
}

/** A paragraph too large for a request is sent sentence by sentence. */
function fitting(plan: Plan, ids: readonly string[]): readonly Unit[] {
  const unit = unitOf(plan, ids, 'plain')
  const { encodedSize, traits } = plan.caller.engine
  const isFitting = ids.length === 1 || encodedSize(unit.text) <= traits.maxBytes
  return isFitting ? [unit] : ids.map((id) => unitOf(plan, [id], 'plain'))
}

/** Sentences as one text, asked for in one way. */
export function unitOf(plan: Plan, ids: readonly string[], attempt: Attempt): Unit {
  const parts = ids.flatMap((id) => {
    const sentence = plan.sentences.get(id)
    return sentence === undefined ? [] : [partOf(id, sentence, plan, attempt)]
  })
  const text = wrapSentences(parts.map((part) => part.text))
  return { parts, text, context: parts[0]?.sentence.context ?? '' }
}

function partOf(id: string, sentence: Sentence, plan: Plan, attempt: Attempt): Part {
  const { segment, source, terms } = sentence
  if (attempt === 'plain') return { id, sentence, attempt, text: source }
  const text = verdictOf(plan, id)?.text ?? ''
  const wrong = wrongEntries({ segment, terms, text, locale: plan.target })
  const locked = attempt === 'partly' ? terms.filter(({ entry }) => wrong.includes(entry)) : terms
  return { id, sentence, attempt, ...lockTerms(source, locked, plan.target) }
}
