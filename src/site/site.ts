import { indexedLanguages, type Config } from '../config.ts'
import { autonym, direction } from '../locale.ts'
import type { Locale } from '../model.ts'
import { openMessages, type SiteMessages } from './messages.ts'

/** What all pages share. */
export interface Site {
  /** Folder of the bundles. */
  readonly output: string
  /** Where the pages are published, without a slash at the end: `https://courier.example`. */
  readonly origin: string
  readonly title: string
  /** Whether search engines may keep machine text that nobody reviewed. */
  readonly robots: 'index' | 'noindex'
  /** The newsroom's own language. */
  readonly source: Locale
  readonly languages: readonly SiteLanguage[]
  readonly messages: (tag: Locale) => SiteMessages
}

export interface SiteLanguage {
  readonly tag: Locale
  readonly autonym: string
  readonly dir: 'ltr' | 'rtl'
}

/**
 * The site of a configuration: its languages, and those that some article is written in, so that
 * every original has a page.
 */
export function openSite(config: Config, written: Iterable<Locale> = []): Site {
  const opened = new Map<Locale, SiteMessages>()
  const { site, output, source, service } = config
  return {
    output,
    origin: site.url ?? `http://${service.host}:${service.port}`,
    title: site.title,
    robots: site.robots,
    source,
    languages: [...new Set([...indexedLanguages(config), ...written])].map((tag) => ({
      tag,
      autonym: autonym(tag),
      dir: direction(tag),
    })),
    messages: (tag) => {
      const messages = opened.get(tag) ?? openMessages(output, tag)
      opened.set(tag, messages)
      return messages
    },
  }
}

/** A language of the site by its tag, in any case of its letters. */
export function languageOf(site: Site, tag: string): SiteLanguage | undefined {
  return site.languages.find((language) => language.tag.toLowerCase() === tag.toLowerCase())
}
