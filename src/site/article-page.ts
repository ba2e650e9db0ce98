import type { Locale } from '../model.ts'
import { articlePath } from './addresses.ts'
import { alternateLinks, alternatesOf } from './alternates.ts'
import { articleElement } from './article-element.ts'
import { dateIn } from './catalog.ts'
import { disclosureOf } from './disclosure.ts'
import { layout } from './layout.ts'
import { attributes, markup, type Markup } from './markup.ts'
import { openGraph } from './open-graph.ts'
import type { Page } from './page.ts'
import { plainOf, showArticle, titleOf, type ShownArticle } from './page-blocks.ts'
import type { SiteArticle } from './read-article.ts'
import { mayBeIndexed } from './search-policy.ts'
import type { Site } from './site.ts'
import { jsonLd, newsArticle } from './structured-data.ts'
import { labelOf, translationLabel } from './translation-label.ts'
import { unavailablePage } from './unavailable-page.ts'
import { withdrawnPage } from './withdrawn-page.ts'

/** The page of an article in a language of the site, whether or not it can be read in that. */
export function articlePage(site: Site, article: SiteArticle, tag: Locale): Page {
  if (article.manifest.withdrawn !== undefined) return withdrawnPage(site, article.manifest, tag)
  if (!article.editions.has(tag)) return unavailablePage(site, article, tag)
  const { manifest } = article
  const readable = [...article.editions.keys()]
  const messages = site.messages(tag)
  const shown = showArticle(article, tag)
  const title = titleOf(shown, manifest.id)
  const label = labelOf(site, manifest, shown.entry, messages)
  const labelText = label === undefined ? undefined : messages.format(label.key, label.values)
  // What is shown elsewhere, as a search result or a card, keeps its label.
  const description = [plainOf(shown.summary), labelText].filter((text) => text !== undefined)
  const address = (one: Locale): string => site.origin + articlePath(one, manifest.id)
  const about = description.length === 0 ? {} : { description: description.join(' · ') }
  const head = markup`<link rel="canonical" href="${address(tag)}">
${alternateLinks(alternatesOf(readable, manifest.source, address))}${disclosureMeta(manifest.source, shown)}${openGraph(
    site,
    {
      ...about,
      tag,
      title,
      url: address(tag),
      alternates: readable.filter((one) => one !== tag),
      published: dateIn(manifest.published),
      updated: dateIn(manifest.updated),
    },
  )}${jsonLd(newsArticle(site, manifest, shown, readable, labelText))}`
  const html = layout(site, {
    ...about,
    tag,
    title,
    head,
    isIndexed: mayBeIndexed(site, tag, shown.entry.state),
    main: markup`<main${attributes({ id: 'content', 'data-article': manifest.id, 'data-revision': shown.entry.revision })}>
${articleElement(manifest, shown, messages, translationLabel(site, manifest, shown, messages))}</main>`,
    manifest,
    readable,
  })
  return { status: 200, html }
}

/** The same as the label, for programs: no name for it is agreed on, so JSON-LD says it too. */
function disclosureMeta(source: Locale, { entry }: ShownArticle): Markup | undefined {
  const disclosure = disclosureOf(entry)
  if (disclosure === undefined) return undefined
  const translation = disclosure.isReviewed ? 'reviewed' : 'machine'
  return markup`<meta name="translation" content="${translation}">
<meta name="translated-from" content="${source}">
<meta name="digital-source-type" content="${disclosure.sourceType}">
`
}
