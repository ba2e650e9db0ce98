import { createIntl, type IntlShape } from '@formatjs/intl'
import { autonym } from '../locale.ts'
import type { Locale } from '../model.ts'
import { messageTexts, shippedMessages } from './message-file.ts'

/** Arguments of a message: texts as they are, numbers for plurals. */
export type MessageValues = Readonly<Record<string, string | number>>

/** A text and the language it is in: English where the page's own has no such message. */
export interface MarkedText {
  readonly text: string
  readonly lang: Locale
}

/** What a page says around an article, in one language. All texts are plain: pages escape them. */
export interface SiteMessages {
  readonly locale: Locale
  readonly format: (key: string, values?: MessageValues) => string
  /** As `format`, with the language, so that a page can set `lang` where it is not its own. */
  readonly formatMarked: (key: string, values?: MessageValues) => MarkedText
  /** The day of an ISO 8601 moment, as its writer dated it; what is no date stays as it is. */
  readonly formatDate: (iso: string) => string
  /** The name of a language in the language of the page. */
  readonly languageName: (tag: Locale) => string
  /** The messages as they are written, English in the gaps; for `renderChooser`. */
  readonly texts: Readonly<Record<string, string>>
  /** Keys that fall back to English. */
  readonly missing: readonly string[]
}

const english = 'en'

/**
 * The site messages of a language. What is missing or broken is English, visibly: a page is never
 * without its label. A key that English does not have either is given back as it is.
 */
export function openMessages(output: string, locale: Locale): SiteMessages {
  const folders = [output, shippedMessages]
  const fallback = messageTexts(folders, english)
  const own = messageTexts(folders, locale)
  const formatOwn = formatter(locale, own)
  const formatEnglish = formatter(english, fallback)
  const formatMarked: SiteMessages['formatMarked'] = (key, values = {}) => {
    const text = formatOwn(key, values)
    if (text !== undefined) return { text, lang: locale }
    return { text: formatEnglish(key, values) ?? key, lang: english }
  }
  const days = dayFormat(locale)
  const names = languageNames(locale)
  return {
    locale,
    format: (key, values) => formatMarked(key, values).text,
    formatMarked,
    formatDate: (iso) => formatDay(iso, days),
    languageName: (tag) => nameOf(tag, names),
    texts: Object.fromEntries([...fallback, ...own]),
    missing: [...fallback.keys()].filter((key) => !own.has(key)),
  }
}

/** Formats the messages given; nothing for a key that is missing or breaks. */
function formatter(
  locale: Locale,
  texts: ReadonlyMap<string, string>,
): (key: string, values: MessageValues) => string | undefined {
  // Another language's plurals and digits are better than those of the machine this runs on.
  const intl: IntlShape<string> = createIntl({
    locale: isSupported(locale) ? locale : english,
    messages: Object.fromEntries(texts),
    onError: (error) => {
      throw error
    },
  })
  return (key, values) => {
    if (!texts.has(key)) return undefined
    try {
      return intl.formatMessage({ id: key }, { ...values }, { ignoreTag: true })
    } catch {
      return undefined
    }
  }
}

/** Whether this Node knows how the language writes numbers, dates and names. */
function isSupported(locale: Locale): boolean {
  return Intl.NumberFormat.supportedLocalesOf([locale]).length > 0
}

/** Pashto has no pattern for the Persian calendar in CLDR 48: "AP ۱۴۰۵ لړم ۲۹" is no date. */
const calendars: Readonly<Record<string, string>> = { ps: 'gregory' }

function dayFormat(locale: Locale): Intl.DateTimeFormat | undefined {
  if (!isSupported(locale)) return undefined
  const calendar = calendars[new Intl.Locale(locale).language]
  return new Intl.DateTimeFormat(locale, {
    dateStyle: 'long',
    timeZone: 'UTC',
    ...(calendar === undefined ? {} : { calendar }),
  })
}

/** `2026-11-20T01:00:00+03:00` is the 20th, whichever day that was in Greenwich. */
function formatDay(iso: string, days: Intl.DateTimeFormat | undefined): string {
  const [day] = /^\d{4}-\d{2}-\d{2}(?=$|[T ])/.exec(iso) ?? []
  const date = new Date(day ?? Number.NaN)
  if (day === undefined || Number.isNaN(date.getTime())) return iso
  return days?.format(date) ?? day
}

function languageNames(locale: Locale): Intl.DisplayNames | undefined {
  if (!isSupported(locale)) return undefined
  return new Intl.DisplayNames([locale], { type: 'language', fallback: 'none' })
}

function nameOf(tag: Locale, names: Intl.DisplayNames | undefined): string {
  try {
    return names?.of(tag) ?? autonym(tag)
  } catch {
    // A manifest may hold what is no tag.
    return tag
  }
}
