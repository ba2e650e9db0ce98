import { frontPath } from './addresses.ts'
import { alternateLinks, alternatesOf } from './alternates.ts'
import { layout } from './layout.ts'
import { attributes, markup } from './markup.ts'
import type { Page } from './page.ts'
import { say } from './say.ts'
import type { Site } from './site.ts'

/** The page at `/` where no server chooses a language: all of them, each in its own words. */
export function welcomePage(site: Site): Page {
  const tag = site.source
  const messages = site.messages(tag)
  const links = site.languages.map(({ tag: one, autonym, dir }) => {
    const link = attributes({ href: frontPath(one), lang: one, hreflang: one, dir })
    return markup`<li><a${link}>${autonym}</a></li>`
  })
  const main = markup`<main id="content" class="notice-page">
<h1>${say(messages, 'language.choose')}</h1>
<ul class="tags">${links}</ul>
</main>`
  const alternates = alternatesOf(
    site.languages.map((language) => language.tag),
    tag,
    (one) => site.origin + frontPath(one),
  )
  const head = alternateLinks(alternates)
  return { status: 200, html: layout(site, { tag, title: '', head, main, isIndexed: true }) }
}
