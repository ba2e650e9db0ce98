import type { Finding, Locale } from '../model.ts'
import type { CheckInput } from './check.ts'
import { languageOf } from './languages.ts'
import { wording } from './readable.ts'

/** ISO 15924 codes of the scripts of living languages; others are not judged. */
const scripts =
  'Latn Cyrl Arab Hani Hira Kana Hang Grek Hebr Deva Beng Thai Geor Armn Ethi Taml Telu Knda Mlym Gujr Guru Orya Sinh Khmr Laoo Mymr Tibt Thaa Syrc Tfng Cher Cans Nkoo Mong Adlm Olck Bopo'.split(
    ' ',
  )

/** Codes for a mixture of scripts, and the scripts they stand for. */
const mixtures: Readonly<Record<string, readonly string[]>> = {
  Jpan: ['Hira', 'Kana', 'Hani'],
  Kore: ['Hang', 'Hani'],
  Hans: ['Hani', 'Bopo'],
  Hant: ['Hani', 'Bopo'],
  Aran: ['Arab'],
}

/** One Chinese character says as much as about three letters, a syllable as two. */
const weights: Readonly<Record<string, number>> = {
  Hani: 3,
  Hang: 2,
  Hira: 1.5,
  Kana: 1.5,
  Ethi: 2,
}

const runs = new RegExp(scripts.map((code) => `(\\p{Script=${code}}+)`).join('|'), 'gu')
const word = /[\p{L}\p{M}\p{Nd}]+(?:['’.&-][\p{L}\p{M}\p{Nd}]+)*/gu

/** Above this share of expected letters, foreign names explain the rest. */
const minExpectedShare = 0.25
/** Fewer foreign letters than this are a name or an acronym. */
const minForeign = 4

/** The letters are those of the language, and no word mixes Latin with Cyrillic look-alikes. */
export function checkScript({ segment, locale, text }: CheckInput): readonly Finding[] {
  if (languageOf(locale).isPseudo) return []
  const translation = wording(text)
  if (translation === undefined) return []
  const source = wording(segment.source) ?? ''
  return [...wrongScript(translation, source, locale), ...lookAlikes(translation, source)]
}

function wrongScript(text: string, source: string, locale: Locale): readonly Finding[] {
  const main = languageOf(locale).script
  const expected = mixtures[main] ?? [main]
  if (!expected.some((code) => scripts.includes(code))) return []
  // Nearly every sentence is all in its script: no letter to count.
  if (!foreignLetter(main, expected).test(text)) return []
  const letters = countLetters(withoutNames(text, source))
  const total = Array.from(letters.values()).reduce((sum, count) => sum + count, 0)
  const right = expected.reduce((sum, code) => sum + (letters.get(code) ?? 0), 0)
  const [dominant = '', most = 0] = Array.from(letters).toSorted(([, a], [, b]) => b - a)[0] ?? []
  if (total - right < minForeign || right >= total * minExpectedShare) return []
  if (expected.includes(dominant) || most === 0) return []
  const name = scriptNames.of(dominant) ?? dominant
  const wanted = scriptNames.of(main) ?? main
  return [
    {
      check: 'script',
      severity: 'error',
      message: `The text is in ${name} letters, expected ${wanted}.`,
    },
  ]
}

const foreignLetters = new Map<string, RegExp>()

/** A letter of none of the expected scripts. */
function foreignLetter(main: string, expected: readonly string[]): RegExp {
  const classes = expected.map((code) => `\\p{Script=${code}}`).join('')
  const pattern = foreignLetters.get(main) ?? new RegExp(`(?![${classes}])\\p{L}`, 'u')
  foreignLetters.set(main, pattern)
  return pattern
}

const scriptNames = new Intl.DisplayNames(['en'], { type: 'script' })

/** Leaves out names and codes that stand in the source: 'NATO' and 'iPhone' look alike everywhere. */
function withoutNames(text: string, source: string): string {
  return text.replace(word, (one) => (one !== one.toLowerCase() && source.includes(one) ? '' : one))
}

function countLetters(text: string): ReadonlyMap<string, number> {
  const letters = new Map<string, number>()
  for (const match of text.matchAll(runs)) {
    const at = match.findIndex((group, index) => index > 0 && group !== undefined)
    const code = scripts[at - 1] ?? ''
    const count = match[0].length * (weights[code] ?? 1)
    letters.set(code, (letters.get(code) ?? 0) + count)
  }
  return letters
}

const letterWord = /[\p{Script=Latn}\p{Script=Cyrl}\p{M}]{2,}/gu
const latin = /\p{Script=Latn}/u
const cyrillic = /\p{Script=Cyrl}/u

function lookAlikes(text: string, source: string): readonly Finding[] {
  if (!cyrillic.test(text) || !latin.test(text)) return []
  return Array.from(text.matchAll(letterWord))
    .filter(([one]) => latin.test(one) && cyrillic.test(one) && !source.includes(one))
    .map(({ 0: one, index }) => ({
      check: 'script',
      severity: 'warning',
      message: `“${one}” mixes Latin and Cyrillic letters that look alike.`,
      range: { start: index, end: index + one.length },
    }))
}
