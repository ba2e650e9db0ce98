import { sentenceCuts } from '../segment/index.ts'
import type { Locale, Role } from '../model.ts'
import type { StoryArticle, StoryBlock } from './published-texts.ts'

/** A sentence of a source article. */
export interface StorySentence {
  readonly article: StoryArticle
  readonly block: StoryBlock
  /** Which sentence of its block, from 0. */
  readonly index: number
  readonly text: string
}

/** Roles whose full stops end no sentences. */
const wholeRoles: ReadonlySet<Role> = new Set(['headline', 'heading', 'caption'])

/** The sentences of articles; a headline that was taken from the text is not counted twice. */
export function storySentences(articles: readonly StoryArticle[]): readonly StorySentence[] {
  return articles.flatMap((article) => {
    const isTaken = (block: StoryBlock): boolean =>
      block.role === 'headline' &&
      article.blocks.some((other) => other !== block && other.text === block.text)
    return article.blocks.flatMap((block) =>
      (isTaken(block) ? [] : sentencesOf(block.text, block.role, article.source)).map(
        (text, index) => ({
          article,
          block,
          index,
          text,
        }),
      ),
    )
  })
}

/** The sentences of one block. */
export function sentencesOf(text: string, role: Role, locale: Locale): readonly string[] {
  if (text === '') return []
  if (wholeRoles.has(role)) return [text]
  const cuts = sentenceCuts(text, locale)
  return [0, ...cuts].map((start, i) => text.slice(start, cuts[i]).trimEnd())
}
