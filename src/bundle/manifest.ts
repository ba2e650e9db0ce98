import path from 'node:path'
import { BabelwireError } from '../errors.ts'
import type { Article, Locale, Role, State, Tag, Within } from '../model.ts'
import { readIfThere } from './atomic-file.ts'

/** What stands in `articles/<id>.json`: how to build the page of an article from its bundles. */
export interface Manifest extends Structure {
  readonly id: string
  readonly source: Locale
  readonly revision: string
  readonly url?: string
  readonly published?: string
  /** When the source last changed it, ISO 8601. */
  readonly updated?: string
  readonly byline?: string
  readonly languages: Readonly<Record<Locale, LanguageEntry>>
  /** A tombstone: the article was taken back and has no language any more. */
  readonly withdrawn?: Tombstone
}

/** When and why an article was withdrawn. */
export interface Tombstone {
  /** ISO 8601. */
  readonly at: string
  readonly reason: string
}

/** The blocks of a revision, without their texts. */
export interface Structure {
  readonly order: readonly string[]
  readonly roles: Readonly<Record<string, Role>>
  /** Element and link of each named tag, by block. */
  readonly slots: Readonly<Record<string, Readonly<Record<string, Slot>>>>
  /** Who says a quote, by block. */
  readonly speakers: Readonly<Record<string, string>>
  /** Blocks that are the same in every language, such as photo credits. */
  readonly untranslated: readonly string[]
  /** Blocks in another language than the article, with that language. */
  readonly locales?: Readonly<Record<string, Locale>>
  /** The lists and tables of items, and the levels of headings other than 2. */
  readonly within?: Readonly<Record<string, Within>>
  readonly levels?: Readonly<Record<string, number>>
}

export interface Slot {
  readonly tag: string
  readonly href?: string
  readonly attributes?: Readonly<Record<string, string>>
}

/** One language of an article. */
export interface LanguageEntry {
  /** `source` for the language the article is written in. */
  readonly state: State | 'source'
  /** The revision the bundle on disk was made from; absent when there is no bundle. */
  readonly revision?: string
  /** True when the bundle is not what this revision, glossary and engine give. */
  readonly stale: boolean
  readonly engine?: string
  /** When the bundle last changed, ISO 8601. */
  readonly at?: string
  readonly reviewer?: string
  /** Blocks that an editor has to look at. */
  readonly held: readonly string[]
  /** The structure of a stale bundle, which is not that of the manifest. */
  readonly structure?: Structure
}

/** The structure of an article, for its manifest. */
export function structureOf(article: Article): Structure {
  const record = <T>(
    value: (block: Article['blocks'][number]) => T | undefined,
  ): Record<string, T> =>
    Object.fromEntries(
      article.blocks.flatMap((block) => {
        const found = value(block)
        return found === undefined ? [] : [[block.key, found]]
      }),
    )
  return {
    order: article.blocks.map((block) => block.key),
    roles: record((block) => block.role),
    slots: record((block) => {
      const slots = Object.entries(block.tags).map(([name, tag]) => [name, slotOf(tag)] as const)
      return slots.length === 0 ? undefined : Object.fromEntries(slots)
    }),
    speakers: record((block) => block.speaker),
    untranslated: article.blocks.filter((block) => !block.translate).map((block) => block.key),
    ...unlessEmpty(
      'locales',
      record((block) => block.locale),
    ),
    ...unlessEmpty(
      'within',
      record((block) => block.within),
    ),
    ...unlessEmpty(
      'levels',
      record((block) => block.level),
    ),
  }
}

/** The structure that a manifest holds beside all else. */
export function structureIn(manifest: Structure): Structure {
  const { order, roles, slots, speakers, untranslated, locales, within, levels } = manifest
  return {
    ...{ order, roles, slots, speakers, untranslated },
    ...unlessEmpty('locales', locales),
    ...unlessEmpty('within', within),
    ...unlessEmpty('levels', levels),
  }
}

function unlessEmpty<K extends string, V extends object>(
  key: K,
  value: V | undefined,
): { readonly [k in K]?: V } {
  const isEmpty = value === undefined || Object.keys(value).length === 0
  return (isEmpty ? {} : { [key]: value }) as { readonly [k in K]?: V }
}

function slotOf(tag: Tag): Slot {
  const { element, href, attributes } = tag
  return {
    tag: element,
    ...(href === undefined ? {} : { href }),
    ...(attributes === undefined ? {} : { attributes }),
  }
}

/** Where files stand below the output folder. */
export function bundleFile(output: string, locale: Locale, article: string): string {
  return path.join(output, locale, 'articles', `${article}.json`)
}

export function manifestFile(output: string, article: string): string {
  return path.join(output, 'articles', `${article}.json`)
}

/**
 * The manifest on disk, if there is one.
 * @throws {BabelwireError} `storage` when it is there but cannot be understood.
 */
export function readManifest(output: string, article: string): Manifest | undefined {
  const file = manifestFile(output, article)
  const content = readIfThere(file)
  if (content === undefined) return undefined
  const broken = (what: string, cause?: unknown): BabelwireError =>
    new BabelwireError('storage', what, {
      place: { file },
      mend: 'Delete it: the next run writes it anew from the memory, at no cost.',
      cause,
    })
  let manifest: Partial<Manifest> | null
  try {
    manifest = JSON.parse(content) as Partial<Manifest> | null
  } catch (cause) {
    throw broken('this manifest is not JSON', cause)
  }
  const { languages, order } = manifest ?? {}
  if (typeof languages !== 'object' || !Array.isArray(order)) {
    throw broken('this manifest has no languages or no order of blocks')
  }
  return manifest as Manifest
}
