import { keyText, type MemoryKey, type Remembered } from '../memory/index.ts'
import type { Article, TaggedText } from '../model.ts'
import { foldQuotes } from '../quote-marks.ts'
import { plainText } from '../tagged-text.ts'
import { judge } from './judge.ts'
import { moveTags } from './move-tags.ts'
import { keyOf, type Plan, type Sentence } from './plan.ts'
import { prepareArticle } from './prepare.ts'
import type { LocalizeServices } from './services.ts'

/** A sentence whose words stood in the last revision with other markup. */
interface Restyled {
  readonly plan: Plan
  readonly id: string
  readonly sentence: Sentence
  readonly before: TaggedText
  readonly key: MemoryKey
}

/**
 * Takes over the answers to sentences of which only the markup changed since the last revision: a
 * link that was taken away, a name that is now bold. Where a new tag has no certain place in the
 * translation the engine is asked.
 */
export async function carryMarkup(
  plans: readonly Plan[],
  previous: readonly Article[],
  { memory, isDryRun }: LocalizeServices,
): Promise<void> {
  const earlier = new Map(previous.map((article) => [article.id, textsOf(article)]))
  const restyled = plans.flatMap((plan) => restyledOf(plan, earlier))
  if (restyled.length === 0) return
  const known = await memory.recall(restyled.map(({ key, before }) => ({ key, source: before })))
  const carried = restyled.flatMap(({ plan, id, sentence, before, key }): readonly Remembered[] => {
    const answer = known.get(keyText(key))
    const text = answer && moveTags(answer.text, before, sentence.source, renderingsIn(sentence))
    if (answer === undefined || text === undefined) return []
    const moved = { ...answer, key: sentence.key, source: sentence.source, text }
    if (!judge(sentence, moved, plan.target).isGood) return []
    plan.answers.set(id, moved)
    return [moved]
  })
  if (!isDryRun && carried.length > 0) await memory.remember(carried)
}

/** The sentences of an article by what they say. */
function textsOf(article: Article): ReadonlyMap<string, TaggedText> {
  const { blocks } = prepareArticle(article, () => [])
  return new Map(
    blocks.flatMap(({ segments }) =>
      segments.map(({ normal }) => [saidBy(normal.text), normal.text]),
    ),
  )
}

function saidBy(text: TaggedText): string {
  return foldQuotes(plainText(text))
}

function restyledOf(
  plan: Plan,
  earlier: ReadonlyMap<string, ReadonlyMap<string, TaggedText>>,
): readonly Restyled[] {
  const profile = plan.caller.engine.profile(plan.source, plan.target)
  return [...plan.sentences].flatMap(([id, sentence]) => {
    if (plan.answers.has(id)) return []
    const before = earlier.get(sentence.article)?.get(saidBy(sentence.source))
    if (before === undefined || before === sentence.source) return []
    const old = { ...sentence, source: before }
    return [{ plan, id, sentence, before, key: keyOf(old, plan.target, profile, sentence.terms) }]
  })
}

/** What the name at a place of the source is called in the translation. */
function renderingsIn({
  terms,
}: Sentence): (range: { start: number; end: number }) => readonly string[] {
  return ({ start, end }) =>
    terms.find(({ range }) => range.start === start && range.end === end)?.accepted ?? []
}
