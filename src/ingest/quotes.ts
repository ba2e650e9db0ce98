import { countWords } from './size.ts'
import { findSpeaker, type Attribution } from './attribution.ts'

const closers: Readonly<Record<string, string>> = {
  '"': '"',
  '“': '”“',
  '”': '”',
  '„': '“”"',
  '«': '»',
  '»': '«',
  '‹': '›',
  '‘': '’',
  '「': '」',
  '『': '』',
}

/** Longer paragraphs are not searched for a speaker. */
const longestQuote = 5000

interface QuoteParts {
  readonly quoted: readonly string[]
  readonly outside: readonly string[]
}

/** What a paragraph says within quotation marks and outside of them; a quote may stay open. */
export function splitQuotes(plain: string): QuoteParts {
  const quoted: string[] = []
  const outside: string[] = []
  let from = 0
  let closing = ''
  for (let at = 0; at < plain.length; at++) {
    const character = plain[at] ?? ''
    if (closing === '') {
      const closes = closers[character]
      // A mark inside of a word is an apostrophe, one after a digit is an inch.
      if (closes === undefined || /[\p{L}\p{N}]/u.test(plain[at - 1] ?? '')) continue
      outside.push(plain.slice(from, at))
      closing = closes
      from = at + 1
    } else if (closing.includes(character) && !isApostrophe(plain, at)) {
      quoted.push(plain.slice(from, at))
      closing = ''
      from = at + 1
    }
  }
  const rest = plain.slice(from)
  if (closing === '') outside.push(rest)
  else quoted.push(rest)
  return { quoted, outside: outside.filter((part) => part.trim() !== '') }
}

function isApostrophe(plain: string, at: number): boolean {
  return plain[at] === '’' && /\p{L}/u.test(plain[at + 1] ?? '')
}

/** A paragraph that is a quote, and who said it as far as the paragraph tells. */
export interface Quote {
  readonly attribution: Attribution
}

/**
 * The quote that a paragraph is, or nothing.
 *
 * It begins with a quotation mark, and what is quoted is speech: `"Harsh" rhetoric was back` is
 * not, while `"No," he said` is.
 */
export function readQuote(plain: string): Quote | undefined {
  if (closers[plain[0] ?? ''] === undefined || plain.length > longestQuote) return undefined
  const { quoted, outside } = splitQuotes(plain)
  const first = quoted[0]?.trim() ?? ''
  if (first === '') return undefined
  const attribution = findSpeaker(outside)
  const isSpeech =
    /[,.!?…，。！？،؟]$/u.test(first) ||
    outside.every((part) => !/\p{L}/u.test(part)) ||
    attribution.kind !== 'none' ||
    countWords(first) >= 6
  return isSpeech ? { attribution } : undefined
}

/** Whom a sentence before a quote names as its speaker. */
export function introducedSpeaker(plain: string): string | undefined {
  if (plain.length > longestQuote) return undefined
  const attribution = findSpeaker(splitQuotes(plain).outside)
  return attribution.kind === 'named' ? attribution.speaker : undefined
}
