import type { Locale, Role, TaggedText, Within } from '../model.ts'
import { direction } from './direction.ts'
import type { InlineTags } from './inline-tree.ts'
import type { ReaderManifest } from './reader-manifest.ts'

/** A bundle: the texts of an article in one language, by block key. */
export type Bundle = Readonly<Record<string, TaggedText>>

/** A block with all that a page needs to show it. */
export interface ArticleBlock {
  readonly key: string
  readonly role: Role
  readonly text: TaggedText
  readonly tags: InlineTags
  /** Its own language and direction: print them where they are not the page's. */
  readonly lang: Locale
  readonly dir: 'ltr' | 'rtl'
  /** Whether it stands in for a translation that is missing. */
  readonly isFallback: boolean
  readonly speaker?: string
  readonly within?: Within
  /** Of a heading, 2 unless given. */
  readonly level?: number
}

/** The blocks in their order; `isPartial` says whether `messages` lacks some of them. */
export function articleBlocks(
  manifest: ReaderManifest,
  locale: Locale,
  messages: Bundle,
  sourceMessages: Bundle,
): { readonly blocks: readonly ArticleBlock[]; readonly isPartial: boolean } {
  const structure = manifest.languages[locale]?.structure ?? manifest
  const { order, roles, slots, speakers, locales, within, levels } = structure
  let isPartial = false
  const blocks = order.flatMap((key): ArticleBlock[] => {
    const own = textOf(messages, key)
    const text = own ?? textOf(sourceMessages, key)
    if (own === undefined) isPartial = true
    if (text === undefined) return []
    const lang = locales?.[key] ?? (own === undefined ? manifest.source : locale)
    const [speaker, place, level] = [speakers?.[key], within?.[key], levels?.[key]]
    return [
      {
        key,
        role: roles[key] ?? 'paragraph',
        text,
        tags: slots[key] ?? {},
        lang,
        dir: direction(lang),
        isFallback: own === undefined,
        ...(speaker === undefined ? {} : { speaker }),
        ...(place === undefined ? {} : { within: place }),
        ...(level === undefined ? {} : { level }),
      },
    ]
  })
  return { blocks, isPartial }
}

function textOf(messages: Bundle, key: string): TaggedText | undefined {
  const text: unknown = Object.hasOwn(messages, key) ? messages[key] : undefined
  return typeof text === 'string' && text !== '' ? text : undefined
}
