import type { Locale } from '../model.ts'

/** What the chooser reads of an article's manifest, `articles/<id>.json`. */
export interface ChooserManifest {
  readonly id: string
  readonly source: Locale
  readonly languages: Readonly<Record<Locale, { readonly revision?: string }>>
  /** A withdrawn article has no language any more. */
  readonly withdrawn?: object
}

/** What the chooser reads of `index.json`: the languages of the site. */
export interface ChooserIndex {
  readonly languages: readonly {
    readonly tag: Locale
    readonly autonym: string
    readonly dir: 'ltr' | 'rtl'
  }[]
}

/** Site messages in the language of the page, `<tag>/site.json`; the chooser needs `language.*`. */
export type Messages = Readonly<Record<string, string>>

export interface ChooserOptions {
  /** The address of an article in a language, or of that language's front page. */
  readonly href?: (tag: Locale, article?: string) => string
  /** The reader's languages, best first: the cookie, then what the browser asks for. */
  readonly suggested?: readonly Locale[]
  /** Also prints each language's name in the language of the page. */
  readonly gloss?: boolean
  /** The id of the panel, for a page with a second chooser; `languages` unless given. */
  readonly id?: string
}
