import type { Locale } from '../model.ts'
import { attributes, markup, type Markup } from './markup.ts'
import type { Site } from './site.ts'

/** What a page is on a card that someone shares. */
export interface Card {
  readonly tag: Locale
  readonly title: string
  readonly description?: string
  readonly url: string
  /** Other languages it is there in. */
  readonly alternates: readonly Locale[]
  readonly published?: string | undefined
  readonly updated?: string | undefined
}

/** The Open Graph properties of an article. */
export function openGraph(site: Site, card: Card): Markup {
  const { tag, title, description, url, alternates, published, updated } = card
  const properties: readonly (readonly [string, string | undefined])[] = [
    ['og:type', 'article'],
    ['og:site_name', site.title],
    ['og:title', title],
    ['og:description', description],
    ['og:url', url],
    ['og:locale', territoryTag(tag)],
    ...[...new Set(alternates.map(territoryTag))].map(
      (alternate) => ['og:locale:alternate', alternate] as const,
    ),
    ['article:published_time', published],
    ['article:modified_time', updated],
  ]
  return markup`${properties.map(([property, content]) =>
    content === undefined ? undefined : markup`<meta${attributes({ property, content })}>\n`,
  )}`
}

/** Open Graph writes language and territory: `es_ES`; the likeliest one where the tag has none. */
export function territoryTag(tag: Locale): string {
  const { language, region = '' } = new Intl.Locale(tag).maximize()
  // Esperanto's is 001, the world: no territory.
  return /^[A-Z]{2}$/.test(region) ? `${language}_${region}` : language
}
