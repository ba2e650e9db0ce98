import type { Suggestion } from '../story/index.ts'
import { paint } from './context.ts'

/** A suggestion as people read it: name, numbers, an example, and a line for each language. */
export function describeSuggestion(suggestion: Suggestion): string {
  const { name, kind, mentions, articles, variants, example, renderings } = suggestion
  const shorter = variants.slice(1).map((variant) => variant.text)
  const head = [
    paint('bold', name),
    ...(kind === undefined ? [] : [kind]),
    `${count(mentions, 'mention')} in ${count(articles.length, 'article')}`,
    ...(shorter.length === 0 ? [] : [`also ${shorter.join(', ')}`]),
  ].join('  ')
  const languages = [...renderings].map(([locale, families]) => {
    const ways = families.map(({ text, rendered }) => `${text} ${rendered.length}`).join(', ')
    const isTorn = families.length > 1
    return `  ${locale}  ${isTorn ? paint('yellow', ways) : ways}${isTorn ? '  in two ways' : ''}\n`
  })
  return `${head}\n  ${example}\n${languages.join('')}`
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`
}

/** The same with everything, for `--json`. */
export function jsonOfSuggestion(suggestion: Suggestion): unknown {
  const { variants, renderings, ...plain } = suggestion
  return {
    ...plain,
    spellings: variants.flatMap(({ spellings }) =>
      [...spellings].map(([text, mentions]) => ({ text, mentions })),
    ),
    renderings: Object.fromEntries(
      [...renderings].map(([locale, families]) => [
        locale,
        families.map(({ text, rendered }) => ({
          text,
          count: rendered.length,
          places: rendered.map(({ mention: { sentence }, text: words }) => ({
            article: sentence.article.id,
            key: sentence.block.key,
            role: sentence.block.role,
            words,
          })),
        })),
      ]),
    ),
  }
}
