import type { eld } from 'eld/extrasmall'
import { isSameLanguage } from '../locale.ts'
import type { Article, Block, Locale } from '../model.ts'
import { plainText } from '../tagged-text.ts'

/** The guesser of languages. */
type Eld = typeof eld

/** An article whose language was looked at. */
export interface LanguageChecked {
  readonly article: Article
  /** For a person: what seems to be wrong. */
  readonly warnings: readonly string[]
}

/** Letters below which a guess is no better than chance: names, captions, headlines. */
const fewLetters = 80

/** How much likelier another language has to be. */
const margin = 0.12

/** Languages that one guesser takes for another, or names otherwise. */
const twins: readonly (readonly string[])[] = [
  ['no', 'nb', 'nn', 'da', 'sv'],
  ['sr', 'hr', 'bs', 'sh', 'me', 'cnr', 'sl', 'mk', 'bg'],
  ['id', 'ms'],
  ['cs', 'sk'],
  ['es', 'gl', 'pt', 'ca', 'oc', 'ast', 'an'],
  ['zh', 'yue', 'ja'],
  ['fa', 'prs', 'ar', 'ur', 'ku', 'ckb', 'ps'],
  ['hi', 'mr', 'ne'],
  ['az', 'tr', 'tk'],
  ['af', 'nl', 'fy', 'lb', 'de'],
  ['fil', 'tl'],
]

let detector: Eld | undefined

/** Loads the guesser, in 0.15 s: only when something new was read. */
async function load(): Promise<Eld> {
  detector ??= (await import('eld/extrasmall')).eld
  return detector
}

/**
 * Compares an article with the language it declares. One that reads like another is only said: names
 * and quotations mislead. In one that does read like its own, a long block that does not is left as it
 * is, with its language: a quoted document, a poem, an appeal.
 */
export async function checkLanguage(article: Article): Promise<LanguageChecked> {
  const guess = await load()
  const languageOf = (text: string): Locale | undefined =>
    otherLanguage(guess, text, article.locale)
  const guessed = article.blocks.map((block) => {
    const text = plainText(block.text)
    return { block, text, locale: block.translate ? languageOf(text) : undefined }
  })
  const own = guessed.filter(({ block }) => block.translate)
  const whole = own.every(({ text }) => isShort(text))
    ? languageOf(own.map(({ text }) => text).join('\n'))
    : mostLetters(own)
  if (whole !== undefined) {
    const warning = `is declared to be ${article.locale} but reads like ${whole}: state its language with --from if that is so`
    return { article, warnings: [warning] }
  }
  const blocks = guessed.map(({ block, locale }): Block =>
    locale === undefined || block.role === 'headline'
      ? block
      : { ...block, translate: false, locale },
  )
  const foreign = blocks.filter(({ locale }) => locale !== undefined)
  if (foreign.length === 0) return { article, warnings: [] }
  return {
    article: { ...article, blocks },
    warnings: foreign.map(
      ({ key, locale = '' }) => `${key} reads like ${locale} and is left as it is`,
    ),
  }
}

function lettersOf(text: string): number {
  let count = 0
  for (const { 0: word } of text.matchAll(/\p{L}+/gu)) count += word.length
  return count
}

function isShort(text: string): boolean {
  return lettersOf(text) < fewLetters
}

/** The other language that more than half of the letters are in, text by text. */
function mostLetters(
  guessed: readonly { readonly text: string; readonly locale: Locale | undefined }[],
): Locale | undefined {
  const counts = new Map<Locale | undefined, number>()
  let all = 0
  for (const { text, locale } of guessed) {
    const letters = lettersOf(text)
    counts.set(locale, (counts.get(locale) ?? 0) + letters)
    all += letters
  }
  return [...counts].find(([, letters]) => letters > all / 2)?.[0]
}

/** The language a text surely is in, when that is another than the one expected. */
function otherLanguage(guess: Eld, text: string, expected: Locale): Locale | undefined {
  if (isShort(text)) return undefined
  const result = guess.detect(text.slice(0, 5_000))
  const { language } = result
  if (language === '' || !result.isReliable() || isTwin(language, expected)) return undefined
  const scores = result.getScores()
  const [own = expected] = expected.split('-')
  // A language that the guesser does not know cannot be told from others.
  const isClear = (scores[language] ?? 0) - (scores[own] ?? 0) >= margin
  return isClear && knows(guess, own) ? language : undefined
}

function knows(guess: Eld, language: string): boolean {
  const known = guess.info()['Languages']
  return JSON.stringify(known).includes(`"${language}"`)
}

function isTwin(a: string, b: Locale): boolean {
  const [language = b] = b.split('-')
  return (
    isSameLanguage(a, language) || twins.some((one) => one.includes(a) && one.includes(language))
  )
}
