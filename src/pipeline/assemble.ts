import type { Edition } from '../bundle/index.ts'
import type { BabelwireError } from '../errors.ts'
import type { Finding, TaggedText } from '../model.ts'
import { joinSentences } from '../segment/index.ts'
import { plainText, tagNames } from '../tagged-text.ts'
import { verdictOf } from './judge.ts'
import type { Plan, PlannedArticle, PlannedBlock } from './plan.ts'
import type { NotedSegment, LanguageReport } from './report.ts'
import type { Tally } from './tally.ts'

/** A language of an article, put together from its sentences, with its report. */
export interface Assembled {
  readonly edition: Edition
  readonly report: LanguageReport
}

/**
 * Puts the blocks of an article together; `failure` is why sentences may be missing. In a dry run
 * a missing sentence is one that would be asked for.
 */
export function assembleArticle(
  planned: PlannedArticle,
  plan: Plan,
  tally: Tally,
  failure: BabelwireError | undefined,
  isDryRun: boolean,
): Assembled {
  const { article } = planned
  const { name } = plan.caller.engine
  const messages: [string, TaggedText][] = []
  const held: NotedSegment[] = []
  const warnings: NotedSegment[] = []
  const heldBlocks: string[] = []
  for (const block of planned.blocks) {
    const assembled = assembleBlock(block, plan, failure, isDryRun)
    held.push(...assembled.held)
    warnings.push(...assembled.warnings)
    if (assembled.held.length > 0) heldBlocks.push(block.block.key)
    else messages.push([block.block.key, assembled.text])
  }
  const spent = tally.of(article.id)
  const segments = planned.blocks.flatMap((block) => block.segments)
  const translated = segments.filter(({ sentence }) => spent.sentences.has(sentence)).length
  const isFailed = failure !== undefined && held.length > 0
  const sentBlocks = planned.blocks
    .filter((block) => block.segments.some(({ sentence }) => spent.sentences.has(sentence)))
    .map(({ block }) => block.key)
  return {
    edition: {
      bundle: { article: article.id, locale: plan.target, messages: Object.fromEntries(messages) },
      state: 'machine',
      engine: name,
      held: heldBlocks,
    },
    report: {
      article: article.id,
      locale: plan.target,
      revision: article.revision,
      state: isFailed ? 'failed' : held.length > 0 ? 'held' : 'machine',
      published: false,
      unchanged: false,
      engine: name,
      blocks: planned.blocks.length,
      segments: segments.length,
      remembered: segments.length - translated,
      translated,
      held: held.length,
      characters: spent.characters,
      requests: spent.requests,
      micros: spent.micros,
      ...(sentBlocks.length === 0 ? {} : { sentBlocks }),
      heldSegments: held,
      warnings,
      ...(isFailed ? { error: failure } : {}),
    },
  }
}

interface AssembledBlock {
  readonly text: TaggedText
  readonly held: readonly NotedSegment[]
  readonly warnings: readonly NotedSegment[]
}

function assembleBlock(
  { block, segments }: PlannedBlock,
  plan: Plan,
  failure: BabelwireError | undefined,
  isDryRun: boolean,
): AssembledBlock {
  if (segments.length === 0) return { text: block.text, held: [], warnings: [] }
  const held: NotedSegment[] = []
  const warnings: NotedSegment[] = []
  const texts = segments.map(({ sentence: id, segment, normal }) => {
    const verdict = verdictOf(plan, id)
    const source = plainText(segment.source)
    if (isDryRun && verdict === undefined) return ''
    if (verdict === undefined) {
      const message = failure?.message ?? 'the engine gave no usable answer'
      held.push({
        key: segment.key,
        source,
        findings: [{ check: 'engine', severity: 'error', message }],
      })
      return ''
    }
    const { text, findings, isGood } = verdict
    if (findings.length > 0) {
      ;(isGood ? warnings : held).push({ key: segment.key, source, text, findings })
    }
    if (!isGood) return ''
    return normal.restore(text)
  })
  if (held.length > 0) return { text: '', held, warnings }
  const text = joinSentences(
    texts,
    segments.map(({ segment }) => segment),
    plan.target,
  )
  // A link that runs over two sentences may come back in two pieces.
  if (!isDryRun && tagNames(text).toSorted().join() !== tagNames(block.text).toSorted().join()) {
    const message = 'a tag that runs over two sentences came back in pieces'
    const findings: Finding[] = [{ check: 'tags', severity: 'error', message }]
    return {
      text,
      held: [{ key: block.key, source: plainText(block.text), text, findings }],
      warnings,
    }
  }
  return { text, held, warnings }
}
