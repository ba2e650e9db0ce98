import type { Edition } from '../../src/bundle/index.ts'
import type { Article, Block, Role } from '../../src/model.ts'

/** A block of an article; `title` is a headline, `summary` a summary. */
export function blockOf(key: string, text: string, more: Partial<Block> = {}): Block {
  const roles: Readonly<Record<string, Role>> = { title: 'headline', summary: 'summary' }
  return { key, role: roles[key] ?? 'paragraph', text, tags: {}, translate: true, ...more }
}

/** An article of blocks by key. */
export function articleOf(
  revision: string,
  messages: Readonly<Record<string, string>>,
  more: Partial<Article> = {},
): Article {
  const blocks = Object.entries(messages).map(([key, text]) => blockOf(key, text))
  return { id: 'kyiv-rain', locale: 'en', revision, blocks, ...more }
}

/** A language of it. */
export function editionOf(
  locale: string,
  messages: Readonly<Record<string, string>>,
  held: readonly string[] = [],
): Edition {
  return {
    bundle: { article: 'kyiv-rain', locale, messages },
    state: 'machine',
    engine: 'deepl',
    held,
  }
}
