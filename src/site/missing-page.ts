import type { Locale } from '../model.ts'
import { frontPath } from './addresses.ts'
import { layout } from './layout.ts'
import { markup } from './markup.ts'
import type { Page } from './page.ts'
import { say } from './say.ts'
import type { Site } from './site.ts'

/** What stands at an address of nothing. */
export function missingPage(site: Site, tag: Locale): Page {
  const messages = site.messages(tag)
  const main = markup`<main id="content" class="notice-page">
<h1>${say(messages, 'error.missing')}</h1>
<p>${say(messages, 'error.missing.text')}</p>
<p><a href="${frontPath(tag)}">${say(messages, 'site.front')}</a></p>
</main>`
  const title = messages.format('error.missing')
  return { status: 404, html: layout(site, { tag, title, main, isIndexed: false }) }
}
