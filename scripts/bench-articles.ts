/**
 * The work of the benchmark: news-like articles whose sentences are all different.
 * 50 articles of 27 paragraphs of 4 sentences come to about 405,000 characters.
 */
const subjects = [
  'The port office',
  'A spokeswoman',
  'The council',
  'An adviser',
  'The rescue service',
  'Engineers',
  'The bank',
  'The minister',
]

const verbs = [
  'said on Tuesday that',
  'told reporters that',
  'confirmed that',
  'warned last week that',
  'denied that',
  'expects that',
]

const objects = [
  'the northern bridge',
  'a new ferry line',
  'the grain corridor',
  'repairs to the railway',
  'the next talks',
  'a loan for small farms',
  'the water supply',
  'the prisoner exchange',
]

const endings = ['would resume soon', 'had been delayed', 'was almost ready', 'could cost more']

/** One sentence, different for every number, of about 75 characters. */
export function sentence(number: number): string {
  const pick = (words: readonly string[], step: number): string =>
    words[Math.floor(number / step) % words.length] ?? ''
  const text = `${pick(subjects, 1)} ${pick(verbs, 8)} ${pick(objects, 48)} ${pick(endings, 384)}`
  return `${text} in zone ${number + 100}.`
}

export interface BenchArticle {
  readonly name: string
  /** Paragraphs of sentences; the first paragraph follows the headline. */
  readonly paragraphs: readonly (readonly string[])[]
}

/** Articles numbered from `first`, so that other numbers give other sentences. */
export function makeArticles(
  count: number,
  paragraphs = 27,
  sentences = 4,
): readonly BenchArticle[] {
  let number = 0
  return Array.from({ length: count }, (_, article) => ({
    name: `article-${String(article + 1).padStart(5, '0')}`,
    paragraphs: Array.from({ length: paragraphs }, () =>
      Array.from({ length: sentences }, () => sentence(number++)),
    ),
  }))
}

/** The text file of an article, with a headline of its own. */
export function textOf({ name, paragraphs }: BenchArticle): string {
  const body = paragraphs.map((sentences) => sentences.join(' '))
  return [`News of the day, ${name}`, ...body].join('\n\n') + '\n'
}
