import type { Locale, Role } from '../../src/model.ts'
import type { StoryArticle } from '../../src/story/index.ts'

/** An article of paragraphs, the first of which may be its headline, with translations side by side. */
export function storyOf(
  id: string,
  source: Locale,
  texts: readonly string[],
  targets: Readonly<Record<Locale, readonly string[]>> = {},
  options: {
    readonly roles?: readonly Role[]
    readonly day?: string
    readonly entities?: StoryArticle['entities']
  } = {},
): StoryArticle {
  return {
    id,
    source,
    time: Date.parse(options.day ?? '2026-11-20'),
    ...(options.entities === undefined ? {} : { entities: options.entities }),
    blocks: texts.map((text, i) => ({
      key: `b${i}`,
      role: options.roles?.[i] ?? 'paragraph',
      text,
      targets: new Map(
        Object.entries(targets).flatMap(([locale, all]) =>
          all[i] === undefined ? [] : [[locale, all[i]] as const],
        ),
      ),
    })),
  }
}
