import { fold } from '../glossary/index.ts'
import { existsSync, readdirSync } from 'node:fs'
import path from 'node:path'
import {
  articleIdPattern,
  bundleFile,
  readIfThere,
  readManifest,
  type Manifest,
} from '../bundle/index.ts'
import { BabelwireError } from '../errors.ts'
import { isPseudo } from '../locale.ts'
import type { Article, Entity, Locale, Role, TaggedText } from '../model.ts'
import { isKept, parseTagged } from '../tagged-text.ts'

/** An article with what is published of it, as plain folded text. */
export interface StoryArticle {
  readonly id: string
  readonly source: Locale
  /** When it was published, else when a language of it last changed; milliseconds, NaN for never. */
  readonly time: number
  readonly blocks: readonly StoryBlock[]
  /** Names that its source format marks as such. */
  readonly entities?: readonly Entity[]
}

/** A block that is translated. */
export interface StoryBlock {
  readonly key: string
  readonly role: Role
  readonly text: string
  /** Its translations by language; stale and pseudo ones are left out. */
  readonly targets: ReadonlyMap<Locale, string>
}

/** Every published article that can be read; what cannot is the business of `babelwire check`. */
export function publishedTexts(output: string): readonly StoryArticle[] {
  const folder = path.join(output, 'articles')
  if (!existsSync(folder)) return []
  return readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .map((name) => name.slice(0, -'.json'.length))
    .filter((id) => articleIdPattern.test(id))
    .sort()
    .flatMap((id) => publishedText(output, id) ?? [])
}

/** One published article; nothing when there is none, or none that can be read. */
export function publishedText(output: string, id: string): StoryArticle | undefined {
  try {
    const manifest = readManifest(output, id)
    const source = manifest && readMessages(output, manifest.source, id)
    return source === undefined ? undefined : fromManifest(output, manifest as Manifest, source)
  } catch (error) {
    if (error instanceof BabelwireError) return undefined
    throw error
  }
}

/** An article as read from its source, with nothing published. */
export function unpublishedText(article: Article, entities?: readonly Entity[]): StoryArticle {
  return {
    id: article.id,
    source: article.locale,
    time: Date.parse(article.published ?? ''),
    ...(entities === undefined ? {} : { entities }),
    blocks: article.blocks
      .filter((block) => block.translate)
      .map(({ key, role, text }) => ({ key, role, text: readable(text), targets: new Map() })),
  }
}

type Messages = Readonly<Record<string, TaggedText>>

function fromManifest(output: string, manifest: Manifest, source: Messages): StoryArticle {
  const { id, languages, order, roles, untranslated } = manifest
  const live = Object.entries(languages).flatMap(([locale, entry]) => {
    // A stale bundle is of other blocks.
    const isUsable = entry.revision !== undefined && !entry.stale && locale !== manifest.source
    const messages = isUsable && !isPseudo(locale) ? readMessages(output, locale, id) : undefined
    return messages === undefined ? [] : [[locale, messages] as const]
  })
  const changed = Object.values(languages).flatMap(({ at }) => at ?? [])
  return {
    id,
    source: manifest.source,
    time: Date.parse(manifest.published ?? changed.sort().at(-1) ?? ''),
    blocks: order
      .filter((key) => source[key] !== undefined && !untranslated.includes(key))
      .map((key) => ({
        key,
        role: roles[key] ?? 'paragraph',
        text: readable(source[key] ?? ''),
        targets: new Map(
          live.flatMap(([locale, messages]) => {
            const text = messages[key]
            return text === undefined ? [] : [[locale, readable(text)] as const]
          }),
        ),
      })),
  }
}

function readMessages(output: string, locale: Locale, id: string): Messages | undefined {
  try {
    const value: unknown = JSON.parse(readIfThere(bundleFile(output, locale, id)) ?? 'null')
    const isFlat =
      typeof value === 'object' &&
      value !== null &&
      Object.values(value).every((text) => typeof text === 'string')
    return isFlat ? (value as Messages) : undefined
  } catch {
    return undefined
  }
}

/** The words of a text, folded; what stands in `code` is no language. */
function readable(text: TaggedText): string {
  if (!/[<&]/.test(text)) return fold(text).text
  try {
    let kept = 0
    let plain = ''
    for (const token of parseTagged(text)) {
      if (token.kind !== 'text') kept += isKept(token.name) ? (token.kind === 'open' ? 1 : -1) : 0
      else plain += kept > 0 ? '…' : token.text
    }
    return fold(plain).text
  } catch (error) {
    if (error instanceof BabelwireError) return ''
    throw error
  }
}
