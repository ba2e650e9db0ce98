import type { Locale } from '../model.ts'

/** What `i18next.init` needs to read bundles as they are. */
export interface I18nextOptions {
  readonly lng: Locale
  readonly fallbackLng: Locale | false
  readonly load: 'currentOnly'
  readonly ns: readonly string[]
  readonly defaultNS: string | false
  readonly keySeparator: false
  readonly nsSeparator: false
  readonly returnEmptyString: false
  readonly interpolation: { readonly escapeValue: false; readonly skipOnVariables: true }
  readonly backend: { readonly loadPath: string }
}

/**
 * Options for `i18next.init`, for the bundles of some articles (namespace `articles/<id>`).
 * `locale` is the language of the page, `document.documentElement.lang`: never let a detector
 * guess another one. `source` is where a missing block is taken from; ask `t(key, {returnDetails:
 * true})` which language came, and set `lang` and `dir` to it. Render what `t` gives with
 * `renderInline`: it is tagged text.
 */
export function i18nextOptions({
  locale,
  source,
  articles = [],
  base = '/locales',
}: {
  readonly locale: Locale
  readonly source?: Locale
  readonly articles?: readonly string[]
  readonly base?: string
}): I18nextOptions {
  const ns = articles.map((id) => `articles/${id}`)
  return {
    lng: locale,
    fallbackLng: source ?? false,
    load: 'currentOnly',
    ns,
    defaultNS: ns[0] ?? false,
    // Keys hold no `.` and no `:`, but a text that is asked for as a key may.
    keySeparator: false,
    nsSeparator: false,
    returnEmptyString: false,
    interpolation: { escapeValue: false, skipOnVariables: true },
    backend: { loadPath: `${base.replace(/\/+$/, '')}/{{lng}}/{{ns}}.json` },
  }
}
