import { autonym, direction } from '../locale.ts'
import type { Locale } from '../model.ts'
import { articlePath } from './addresses.ts'
import { articleElement } from './article-element.ts'
import { layout } from './layout.ts'
import { attributes, markup, type Markup } from './markup.ts'
import type { Page } from './page.ts'
import { showArticle, titleOf } from './page-blocks.ts'
import type { SiteArticle } from './read-article.ts'
import { say } from './say.ts'
import type { Site } from './site.ts'
import { originalLink, translationLabel } from './translation-label.ts'

/**
 * An article that a language does not have: 404, so that nobody keeps the address, with the article
 * in the language it was written in, and the way to all there are.
 */
export function unavailablePage(site: Site, article: SiteArticle, tag: Locale): Page {
  const { manifest, editions } = article
  const messages = site.messages(tag)
  const readable = [...editions.keys()]
  const instead = readable.includes(manifest.source) ? manifest.source : readable[0]
  const wanted = say(messages, 'article.unavailable', { language: messages.languageName(tag) })
  if (instead === undefined) {
    const main = markup`<main id="content" class="notice-page"><h1>${wanted}</h1></main>`
    const title = messages.format('error.missing')
    return { status: 404, html: layout(site, { tag, title, main, isIndexed: false }) }
  }
  const shown = showArticle(article, instead)
  const language = messages.languageName(instead)
  const label = translationLabel(site, manifest, shown, messages)
  const notice = markup`<div class="notice" role="note">
<p><strong>${wanted}</strong> ${say(messages, 'article.shown', { language })}</p>
${instead === manifest.source ? markup`<p>${originalLink(manifest, messages)}</p>\n` : undefined}<p>${say(messages, 'article.available')}</p>
<ul class="tags">${readable.map((one) => markup`<li>${languageLink(one, manifest.id)}</li>`)}</ul>
</div>
`
  const main = markup`<main${attributes({ id: 'content', 'data-article': manifest.id, 'data-revision': shown.entry.revision })}>
${notice}${articleElement(manifest, shown, messages, label === undefined ? undefined : markup`<div${attributes({ lang: tag, dir: direction(tag) })}>${label}</div>`)}</main>`
  return {
    status: 404,
    html: layout(site, {
      tag,
      title: titleOf(shown, manifest.id),
      main,
      isIndexed: false,
      manifest,
      readable,
    }),
  }
}

/** A language by its own name, leading to the article in it. */
function languageLink(tag: Locale, id: string): Markup {
  const link = attributes({
    href: articlePath(tag, id),
    lang: tag,
    hreflang: tag,
    dir: direction(tag),
  })
  return markup`<a${link}>${autonym(tag)}</a>`
}
