import { direction } from '../locale.ts'
import type { Locale } from '../model.ts'
import { attributes, markup, type Markup } from './markup.ts'
import type { MessageValues, SiteMessages } from './messages.ts'

/** `lang` and `dir` where a text is not in the language of what stands around it. */
export function languageAttributes(tag: Locale, around: Locale): Markup {
  return attributes(tag === around ? {} : { lang: tag, dir: direction(tag) })
}

/** A site message as markup; English, and marked so, where the language has none. */
export function say(messages: SiteMessages, key: string, values?: MessageValues): Markup {
  const { text, lang } = messages.formatMarked(key, values)
  if (lang === messages.locale) return markup`${text}`
  return markup`<span${languageAttributes(lang, messages.locale)}>${text}</span>`
}

/** A text of unknown direction for a message: it must not turn the sentence round. */
export function isolate(text: string): string {
  return `\u2068${text}\u2069`
}
