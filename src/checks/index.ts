import type { Check } from './check.ts'
import { checkCharacters } from './characters.ts'
import { checkCopied } from './copied.ts'
import { checkEmpty } from './empty.ts'
import { checkLength } from './length.ts'
import { checkLinks } from './links.ts'
import { checkNumbers } from './numbers.ts'
import { checkPunctuation } from './punctuation.ts'
import { checkRepeats } from './repeats.ts'
import { checkScript } from './script.ts'
import { checkTags } from './tags.ts'

export type { Check, CheckInput } from './check.ts'

/**
 * Every rule about a translation but that of names, which the room that knows names holds
 * (`glossary/verify.ts`). `docs/checks.md` has a section for each.
 */
export const checks: readonly Check[] = [
  checkEmpty,
  checkTags,
  checkCharacters,
  checkCopied,
  checkLinks,
  checkScript,
  checkNumbers,
  checkPunctuation,
  checkRepeats,
  checkLength,
]

/**
 * The rules whose errors mean for a whole block what they mean for each of its sentences. Numbers
 * and copied words do not: a number may move to the next sentence.
 */
export const blockChecks: readonly Check[] = [
  checkEmpty,
  checkTags,
  checkCharacters,
  checkLinks,
  checkScript,
]
