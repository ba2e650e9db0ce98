import type { Locale } from '../model.ts'
import { attributes, markup, type Markup } from './markup.ts'

/** The same page in other languages, itself among them: tag and whole address. */
export interface Alternate {
  readonly tag: Locale | 'x-default'
  readonly href: string
}

/** All languages of a page; who speaks none of them is sent to the one it was written in. */
export function alternatesOf(
  tags: readonly Locale[],
  source: Locale,
  address: (tag: Locale) => string,
): readonly Alternate[] {
  const all: Alternate[] = tags.map((tag) => ({ tag, href: address(tag) }))
  const fallback = tags.includes(source) ? source : tags[0]
  return fallback === undefined ? [] : [...all, { tag: 'x-default', href: address(fallback) }]
}

/** As links of a page's head; the sitemap has the same under another name. */
export function alternateLinks(alternates: readonly Alternate[]): Markup {
  const links = alternates.map(
    ({ tag, href }) => markup`<link${attributes({ rel: 'alternate', hreflang: tag, href })}>\n`,
  )
  return markup`${links}`
}
