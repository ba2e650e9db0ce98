import { BabelwireError } from '../errors.ts'
import { isSameLanguage } from '../locale.ts'
import type { Article, Locale } from '../model.ts'
import type { LocalizeServices } from '../pipeline/services.ts'
import { inputsOfPair, type Inputs, type PairInputs } from '../pipeline/unchanged.ts'

/** What the languages of an article would be made from now; those that no engine serves apart. */
export interface ExpectedInputs {
  readonly inputs: ReadonlyMap<Locale, Inputs>
  readonly failures: ReadonlyMap<Locale, BabelwireError>
}

/** What articles of one language are made from in another; nothing where it is the same language. */
type Pair = PairInputs | BabelwireError | undefined

/** What was found out about pairs of languages: who looks at many articles asks once for each pair. */
export type KnownPairs = Map<Locale, Map<Locale, Pair>>

/** Computes what decides each language of an article: a language with another input has work to do. */
export async function expectedInputs(
  article: Pick<Article, 'locale' | 'revision'>,
  targets: readonly Locale[],
  services: LocalizeServices,
  known: KnownPairs = new Map(),
): Promise<ExpectedInputs> {
  const inputs = new Map<Locale, Inputs>()
  const failures = new Map<Locale, BabelwireError>()
  const pairs = await pairsOf(article.locale, targets, services, known)
  for (const target of targets) {
    const pair = pairs.get(target)
    if (pair instanceof BabelwireError) failures.set(target, pair)
    else if (pair !== undefined) inputs.set(target, pair.of(article.revision))
  }
  return { inputs, failures }
}

/** Finds out about the pairs of a language that are not known yet; @returns all that are known of it. */
export async function pairsOf(
  source: Locale,
  targets: readonly Locale[],
  services: LocalizeServices,
  known: KnownPairs,
): Promise<ReadonlyMap<Locale, Pair>> {
  const pairs = known.get(source) ?? new Map<Locale, Pair>()
  known.set(source, pairs)
  for (const target of targets) {
    if (!pairs.has(target)) pairs.set(target, await askForPair(source, target, services))
  }
  return pairs
}

async function askForPair(
  source: Locale,
  target: Locale,
  services: LocalizeServices,
): Promise<Pair> {
  if (isSameLanguage(target, source)) return undefined
  try {
    const caller = await services.callerFor(source, target)
    return inputsOfPair(source, target, caller, services)
  } catch (error) {
    if (!(error instanceof BabelwireError) || error.code === 'cancelled') throw error
    return error
  }
}
