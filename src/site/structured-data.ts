import type { Manifest } from '../bundle/index.ts'
import type { Locale } from '../model.ts'
import { articlePath } from './addresses.ts'
import { dateIn } from './catalog.ts'
import { disclosureOf } from './disclosure.ts'
import { trusted, type Markup } from './markup.ts'
import { plainOf, titleOf, type ShownArticle } from './page-blocks.ts'
import type { Site } from './site.ts'

/**
 * The article as schema.org's NewsArticle: what it is a translation of, which translations it has,
 * and how a machine took part.
 * @param label what readers are told of the translation.
 */
export function newsArticle(
  site: Site,
  manifest: Manifest,
  shown: ShownArticle,
  readable: readonly Locale[],
  label: string | undefined,
): Readonly<Record<string, unknown>> {
  const { id, source, url, byline } = manifest
  const { tag, entry } = shown
  const address = (one: Locale): string => site.origin + articlePath(one, id)
  const work = (one: Locale): object => ({
    '@type': 'NewsArticle',
    '@id': address(one),
    url: address(one),
    inLanguage: one,
  })
  const published = dateIn(manifest.published)
  const modified = dateIn(manifest.updated) ?? dateIn(entry.at)
  const disclosure = disclosureOf(entry)
  const basis = [
    ...(tag === source || !readable.includes(source) ? [] : [address(source)]),
    ...(isWebAddress(url) ? [url] : []),
  ]
  return {
    '@context': 'https://schema.org',
    ...work(tag),
    mainEntityOfPage: address(tag),
    headline: titleOf(shown, id),
    description: plainOf(shown.summary),
    datePublished: published,
    dateModified: modified,
    author: byline === undefined ? undefined : { '@type': 'Person', name: byline },
    publisher: { '@type': 'NewsMediaOrganization', name: site.title, url: `${site.origin}/` },
    isBasedOn: basis.length > 0 ? basis : undefined,
    ...(tag === source
      ? { workTranslation: nonEmpty(readable.filter((one) => one !== source).map(work)) }
      : { translationOfWork: readable.includes(source) ? work(source) : undefined }),
    ...(disclosure === undefined
      ? {}
      : {
          digitalSourceType: disclosure.sourceType,
          creditText: label,
          // Who read it through; a machine is no person.
          ...(disclosure.isReviewed && entry.reviewer !== undefined
            ? { editor: { '@type': 'Person', name: entry.reviewer } }
            : {}),
        }),
  }
}

/** Whether it is an address that a link on a page may have. */
export function isWebAddress(url: unknown): url is string {
  return typeof url === 'string' && /^https?:$/.test(URL.parse(url)?.protocol ?? '')
}

function nonEmpty<T>(list: readonly T[]): readonly T[] | undefined {
  return list.length === 0 ? undefined : list
}

/** Data for crawlers in a page: no script runs, so a strict policy lets it be. */
export function jsonLd(value: object): Markup {
  const json = JSON.stringify(value)
    .replaceAll('<', '\\u003c')
    .replaceAll('>', '\\u003e')
    .replaceAll('&', '\\u0026')
  return trusted(`<script type="application/ld+json">${json}</script>\n`)
}
