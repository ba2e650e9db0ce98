import { autonym, direction } from '../locale.ts'
import type { Locale } from '../model.ts'
import type { ChooserIndex, ChooserManifest } from './chooser-data.ts'

/** One entry of the list. */
export interface ChooserLanguage {
  readonly tag: Locale
  /** Its name in the language itself. */
  readonly autonym: string
  readonly dir: 'ltr' | 'rtl'
}

/** The groups of the list; each language of the site is in `available` or in `unavailable`. */
export interface ChooserLanguages {
  readonly current: ChooserLanguage
  /** Languages of `available` that the reader seems to know, without the current one. */
  readonly suggested: readonly ChooserLanguage[]
  readonly available: readonly ChooserLanguage[]
  readonly unavailable: readonly ChooserLanguage[]
}

const mostSuggested = 3

/** The root order of Unicode, which English does not change: one order on every page. */
const rootOrder = new Intl.Collator('en')

/** Which languages the chooser of a page lists; without a manifest the page is a front page. */
export function chooserLanguages(
  manifest: ChooserManifest | undefined,
  index: ChooserIndex,
  current: Locale,
  suggested: readonly Locale[] = [],
): ChooserLanguages {
  const names = new Map(index.languages.map((language) => [language.tag, language]))
  const source = manifest === undefined ? [] : [manifest.source]
  const listed = [...new Set([...names.keys(), ...source, current])]
    .filter(isTag)
    .map((tag) => describe(tag, names.get(tag)))
    .sort((a, b) => rootOrder.compare(a.autonym, b.autonym) || (a.tag < b.tag ? -1 : 1))
  const isAvailable = ({ tag }: ChooserLanguage): boolean =>
    manifest === undefined || hasBundle(manifest, tag)
  const available = listed.filter(isAvailable)
  return {
    current: describe(current, names.get(current)),
    suggested: [...new Set(suggested)]
      .flatMap((tag) => available.filter((language) => language.tag === tag && tag !== current))
      .slice(0, mostSuggested),
    available,
    unavailable: listed.filter((language) => !isAvailable(language)),
  }
}

function hasBundle({ languages, withdrawn }: ChooserManifest, tag: Locale): boolean {
  const entry = Object.hasOwn(languages, tag) ? languages[tag] : undefined
  return withdrawn === undefined && entry?.revision !== undefined
}

/** Manifests and indexes come over the network: a tag that is none is not offered. */
function isTag(tag: Locale): boolean {
  try {
    return new Intl.Locale(tag).toString() !== ''
  } catch {
    return false
  }
}

function describe(tag: Locale, known: Partial<ChooserLanguage> | undefined): ChooserLanguage {
  const name = known?.autonym
  return {
    tag,
    autonym:
      typeof name === 'string' && name.trim() !== '' ? name : attempt(() => autonym(tag), tag),
    dir:
      known?.dir === 'rtl' || known?.dir === 'ltr'
        ? known.dir
        : attempt(() => direction(tag), 'ltr'),
  }
}

function attempt<T>(compute: () => T, otherwise: T): T {
  try {
    return compute()
  } catch {
    return otherwise
  }
}
