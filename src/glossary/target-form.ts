import type { Locale } from '../model.ts'
import { contracted } from './clitics.ts'
import { fold, hasCapital, isAllCaps, lower } from './fold.ts'
import { isUnspaced } from './words.ts'

/** A listed form of a target language, made ready for the search. */
export interface TargetForm {
  /** As the glossary writes it. */
  readonly listed: string
  /** Folded, in its letter case. */
  readonly cased: string
  /** Folded, in lower case; a second spelling where its start melts into a preposition. */
  readonly lowered: readonly string[]
  /** Its words in lower case; none in a script without spaces, where nothing inflects. */
  readonly words: readonly string[]
  readonly isAllCaps: boolean
  /** One word with a capital: without one it is another word ("usa", "nato"). */
  readonly needsCapital: boolean
  /** One word in lower case: an adjective by its dictionary form (`ucraniano`). */
  readonly isAdjective: boolean
}

/** The words of a text, an apostrophe inside one too (Об'єднаних). */
export const words: RegExp = /[\p{L}\p{N}][\p{L}\p{M}\p{N}_']*/gu

const known = new Map<Locale, Map<string, TargetForm>>()

/** The form, worked out once for each language: every sentence with the name asks for it. */
export function targetForm(listed: string, target: Locale): TargetForm {
  const forms = known.get(target) ?? new Map<string, TargetForm>()
  known.set(target, forms)
  const form = forms.get(listed) ?? prepare(listed, target)
  forms.set(listed, form)
  return form
}

function prepare(listed: string, target: Locale): TargetForm {
  const cased = fold(listed).text
  const lowered = lower(cased, target)
  const [language = target] = target.split('-')
  const isOneWord = !/\s/.test(cased)
  return {
    listed,
    cased,
    lowered: contracted(lowered, language),
    words: isUnspaced(cased) ? [] : (lowered.match(words) ?? []),
    isAllCaps: isAllCaps(cased),
    needsCapital: isOneWord && hasCapital(cased),
    isAdjective: isOneWord && !hasCapital(cased),
  }
}
