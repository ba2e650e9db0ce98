import { BabelwireError } from '../errors.ts'
import { isSameLanguage } from '../locale.ts'
import type { Article, Locale } from '../model.ts'
import type { LocalizeServices } from '../pipeline/services.ts'
import { inputsOf, type Inputs } from '../pipeline/unchanged.ts'

/** What the languages of an article would be made from now; those that no engine serves apart. */
export interface ExpectedInputs {
  readonly inputs: ReadonlyMap<Locale, Inputs>
  readonly failures: ReadonlyMap<Locale, BabelwireError>
}

/** Computes what decides each language of an article: a language with another input has work to do. */
export async function expectedInputs(
  article: Pick<Article, 'locale' | 'revision'>,
  targets: readonly Locale[],
  services: LocalizeServices,
): Promise<ExpectedInputs> {
  const inputs = new Map<Locale, Inputs>()
  const failures = new Map<Locale, BabelwireError>()
  for (const target of targets) {
    if (isSameLanguage(target, article.locale)) continue
    try {
      const caller = await services.callerFor(article.locale, target)
      inputs.set(target, inputsOf(article, target, caller, services))
    } catch (error) {
      if (!(error instanceof BabelwireError) || error.code === 'cancelled') throw error
      failures.set(target, error)
    }
  }
  return { inputs, failures }
}
