import type { Locale, Role, Within } from '../model.ts'
import type { InlineTags } from './inline-tree.ts'

/** The blocks of a revision, without their texts. */
export interface ArticleStructure {
  readonly order: readonly string[]
  readonly roles: Readonly<Record<string, Role>>
  readonly slots: Readonly<Record<string, InlineTags>>
  readonly speakers?: Readonly<Record<string, string>>
  readonly locales?: Readonly<Record<string, Locale>>
  readonly within?: Readonly<Record<string, Within>>
  readonly levels?: Readonly<Record<string, number>>
}

/** What a page needs to say about a translation. */
export interface LanguageEntry {
  readonly state: 'source' | 'machine' | 'reviewed' | 'held'
  readonly revision?: string
  readonly stale: boolean
  readonly engine?: string
  readonly reviewer?: string
  readonly held: readonly string[]
  /** The structure of a stale bundle. */
  readonly structure?: ArticleStructure
}

/** `articles/<id>.json` as a page reads it. */
export interface ReaderManifest extends ArticleStructure {
  readonly id: string
  readonly source: Locale
  readonly revision: string
  readonly url?: string
  readonly published?: string
  readonly updated?: string
  readonly byline?: string
  readonly languages: Readonly<Record<Locale, LanguageEntry>>
  readonly withdrawn?: { readonly at: string; readonly reason: string }
}

/** Whether it has what `loadArticle` needs; a page of HTML or half a file has not. */
export function isManifest(value: unknown): value is ReaderManifest {
  const { id, source, order, roles, slots, languages } = (value ?? {}) as Partial<ReaderManifest>
  return (
    typeof id === 'string' &&
    typeof source === 'string' &&
    Array.isArray(order) &&
    [roles, slots, languages].every((part) => typeof part === 'object' && part !== null)
  )
}
