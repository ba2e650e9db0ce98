import type { LanguageEntry } from '../bundle/index.ts'
import type { Locale } from '../model.ts'
import type { RenditionBlock } from '../render/index.ts'
import { plainText } from '../tagged-text.ts'
import type { SiteArticle } from './read-article.ts'

/** An article in one language as a page shows it. */
export interface ShownArticle {
  readonly tag: Locale
  readonly entry: LanguageEntry
  /** `locale` is set where a block is not in the language of the page. */
  readonly blocks: readonly RenditionBlock[]
  /** How many blocks stand in the language of the source because theirs is held. */
  readonly untranslated: number
  readonly title: RenditionBlock | undefined
  readonly summary: RenditionBlock | undefined
}

/** The blocks of an article in a language it can be read in. */
export function showArticle({ manifest, editions }: SiteArticle, tag: Locale): ShownArticle {
  const entry = manifest.languages[tag]
  if (entry === undefined) throw new RangeError(`${manifest.id} has no ${tag}`)
  const messages = editions.get(tag) ?? {}
  // The blocks of a stale edition are those of an earlier revision, which the source has no more.
  const original = entry.stale ? {} : (editions.get(manifest.source) ?? {})
  const { order, roles, slots, speakers, locales, within, levels } = entry.structure ?? manifest
  let untranslated = 0
  const blocks = order.flatMap((key): readonly RenditionBlock[] => {
    const text = messages[key] ?? original[key]
    if (text === undefined) return []
    const isFallback = messages[key] === undefined && tag !== manifest.source
    if (isFallback) untranslated++
    const locale = locales?.[key] ?? (isFallback ? manifest.source : tag)
    return [
      {
        key,
        role: roles[key] ?? 'paragraph',
        text,
        slots: slots[key] ?? {},
        ...(speakers[key] === undefined ? {} : { speaker: speakers[key] }),
        ...(within?.[key] === undefined ? {} : { within: within[key] }),
        ...(levels?.[key] === undefined ? {} : { level: levels[key] }),
        ...(locale === tag ? {} : { locale }),
      },
    ]
  })
  const first = (role: string): RenditionBlock | undefined =>
    blocks.find((block) => block.role === role)
  return {
    tag,
    entry,
    blocks,
    untranslated,
    title: first('headline'),
    summary: first('summary'),
  }
}

/** The text of a block without markup, as titles and descriptions need it. */
export function plainOf(block: RenditionBlock | undefined): string | undefined {
  const text = block === undefined ? '' : plainText(block.text).replace(/\s+/g, ' ').trim()
  return text === '' ? undefined : text
}

/** What an article is called where only text may stand. */
export function titleOf(shown: ShownArticle, id: string): string {
  return plainOf(shown.title) ?? plainOf(shown.blocks[0]) ?? id
}
