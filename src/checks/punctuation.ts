import type { Finding, Locale } from '../model.ts'
import type { CheckInput } from './check.ts'
import {
  closers,
  exchangeable,
  finalMarks,
  finalMarksByLanguage,
  type MarkClass,
  questionEndings,
  unmarkedLanguages,
  unmarkedQuotations,
} from './final-marks.ts'
import { languageOf } from './languages.ts'
import { readable } from './readable.ts'

const marks: ReadonlyMap<string, MarkClass> = new Map(
  (['period', 'question', 'exclamation', 'ellipsis', 'colon'] as const).flatMap((kind) =>
    Array.from(finalMarks[kind], (mark) => [mark, kind] as const),
  ),
)

const doubleSpace = /(?<=\S)[ \u00a0\u202f]{2,}(?=\S)/g

/** An abbreviation ends in a period that says nothing about the sentence: 'at 5 p.m.' */
const abbreviation = /(?:^|[\s(])(?:(?:\p{L}\.){2,}|(?:Inc|Jr|Sr|Co|Ltd|Corp|etc|[Nn]o|ca)\.)$/u

/** The sentence ends as its source does, and no two spaces stand side by side. */
export function checkPunctuation({ segment, locale, text }: CheckInput): readonly Finding[] {
  if (languageOf(locale).isPseudo) return []
  const source = readable(segment.source)
  const translation = readable(text)
  if (source === undefined || translation === undefined) return []
  const findings: Finding[] = []
  const isHeading = segment.role === 'headline' || segment.role === 'heading'
  const ending = compareEndings(
    tailOf(source),
    segment.locale,
    tailOf(translation),
    locale,
    isHeading,
  )
  if (ending !== undefined)
    findings.push({ check: 'punctuation', severity: 'warning', message: ending })
  for (const { 0: spaces, index } of translation.matchAll(doubleSpace)) {
    const range = { start: index, end: index + spaces.length }
    const message = 'Two spaces stand side by side.'
    findings.push({ check: 'punctuation', severity: 'warning', message, range })
  }
  return findings
}

/** Enough to see how a text ends, and short enough for any pattern. */
function tailOf(text: string): string {
  return text.trimEnd().slice(-60)
}

function compareEndings(
  source: string,
  sourceLocale: Locale,
  translation: string,
  locale: Locale,
  isHeading: boolean,
): string | undefined {
  const from = languageOf(sourceLocale).code
  const to = languageOf(locale).code
  if (unmarkedLanguages.has(from) || unmarkedLanguages.has(to)) return undefined
  const wanted = endingOf(source, from)
  const found = endingOf(translation, to)
  if (wanted === found || translation.trim() === '') return undefined
  if (wanted === undefined) {
    // A period after a headline is a habit of engines; elsewhere an added mark is harmless.
    const isAdded = isHeading && found === 'period' && !isAbbreviated(translation)
    return isAdded ? 'The headline ends in a period that the source does not have.' : undefined
  }
  if (found === undefined) {
    if (unmarkedQuotations[to]?.test(translation.trim()) === true) return undefined
    if (wanted === 'period' && isAbbreviated(source)) return undefined
    return `The final ${wanted} is missing.`
  }
  if (exchangeable.has(`${wanted} ${found}`) || exchangeable.has(`${found} ${wanted}`)) {
    return undefined
  }
  if (wanted === 'question' && questionEndings[to]?.test(translation.trim()) === true) {
    return undefined
  }
  return `The source ends in a ${wanted}, the text in a ${found}.`
}

function isAbbreviated(text: string): boolean {
  return abbreviation.test(text.replace(closers, ''))
}

function endingOf(text: string, language: string): MarkClass | undefined {
  const bare = text.replace(closers, '')
  if (bare.endsWith('..')) return 'ellipsis'
  const mark = Array.from(bare.slice(-2)).at(-1) ?? ''
  return finalMarksByLanguage[language]?.[mark] ?? marks.get(mark)
}
