import { existsSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { BabelwireError, didYouMean, type Place } from '../errors.ts'
import { canonicalLocale, englishName } from '../locale.ts'
import type { Locale } from '../model.ts'
import {
  messageFile,
  messageTexts,
  readMessageFile,
  shippedMessages,
  type MessageFile,
} from '../site/message-file.ts'
import type { OutputProblem } from './check-article.ts'
import { checkMessageText } from './check-message-text.ts'
import type { MessageFault } from './message-fault.ts'

/** A problem of the site messages of a language; a missing one is shown in English until it is written. */
export interface MessageProblem extends MessageFault {
  readonly kind: 'missing' | 'extra' | 'broken'
  readonly locale: Locale
  readonly key?: string
  readonly place: Place
}

/** What is checked: the messages kept for a language, or a draft that lies elsewhere. */
export interface MessageSource {
  readonly locale: Locale
  readonly file: string
}

/** The gate of `babelwire check`: what of the site messages is wrong; missing ones are not. */
export function checkSiteMessages(output: string): readonly OutputProblem[] {
  return messageSources(output)
    .flatMap((source) => checkMessages(output, source).problems)
    .filter(({ severity }) => severity === 'error')
    .map(({ place, key, message }) => ({
      file: place.file,
      ...(key === undefined ? {} : { key }),
      message,
    }))
}

/** The languages that have a file of site messages below an output folder. */
export function messageSources(output: string): readonly MessageSource[] {
  if (!existsSync(output)) return []
  return readdirSync(output, { withFileTypes: true })
    .filter((item) => item.isDirectory())
    .map((item) => ({ locale: item.name, file: messageFile(output, item.name) }))
    .filter(({ file }) => existsSync(file))
    .sort((a, b) => (a.locale < b.locale ? -1 : 1))
}

/** Holds the site messages of a language to the English ones. `name` is what problems call the file. */
export function checkMessages(
  output: string,
  { locale, file }: MessageSource,
  name: string = file,
): { readonly messages: number; readonly problems: readonly MessageProblem[] } {
  const whole = { file: name }
  const tag = tagFault(locale)
  if (tag !== undefined)
    return { messages: 0, problems: [{ ...tag, kind: 'broken', locale, place: whole }] }
  let own: MessageFile | undefined
  try {
    own = readMessageFile(file, name)
  } catch (error) {
    if (!(error instanceof BabelwireError)) throw error
    const { message, place = whole, mend = '' } = error
    const problem = { severity: 'error', kind: 'broken', locale, place, message, mend } as const
    return { messages: 0, problems: [problem] }
  }
  const english = englishTexts(output)
  const found = Array.from(own?.texts ?? []).flatMap(([key, text]) =>
    faultsOf(locale, key, text, english).map((fault) => ({
      ...fault,
      locale,
      key,
      place: own?.places.get(key) ?? whole,
    })),
  )
  const isDraft = file !== messageFile(output, locale)
  const complete = isDraft
    ? (own?.texts ?? new Map<string, string>())
    : messageTexts([output, shippedMessages], locale)
  return {
    messages: complete.size,
    problems: [
      ...repeatedKeys(locale, own),
      ...found,
      ...missingKeys(locale, complete, english, whole),
    ],
  }
}

/** The messages that pages ask for, and what the newsroom's own English has beside them. */
function englishTexts(output: string): ReadonlyMap<string, string> {
  // Shipped first: what a page gives to a message is not for the newsroom to change.
  return messageTexts([shippedMessages, output], 'en')
}

type Found = MessageFault & { readonly kind: MessageProblem['kind'] }

function faultsOf(
  locale: Locale,
  key: string,
  text: string,
  english: ReadonlyMap<string, string>,
): readonly Found[] {
  const faults: readonly Found[] = checkMessageText(locale, text, english.get(key)).map(
    (fault) => ({ ...fault, kind: 'broken' }),
  )
  if (english.has(key)) return faults
  const near = didYouMean(key, english.keys())
  const mend = near === undefined ? 'Take it out, or add it to en/site.json.' : `Is it "${near}"?`
  return [{ severity: 'error', kind: 'extra', message: 'English has no such key', mend }, ...faults]
}

function repeatedKeys(locale: Locale, own: MessageFile | undefined): readonly MessageProblem[] {
  return (own?.repeated ?? []).map(({ key, place }) => ({
    severity: 'error',
    kind: 'broken',
    locale,
    key,
    place,
    message: 'the key stands twice',
    mend: 'Keep one of the two.',
  }))
}

function missingKeys(
  locale: Locale,
  texts: ReadonlyMap<string, string>,
  english: ReadonlyMap<string, string>,
  place: Place,
): readonly MessageProblem[] {
  const missing = { severity: 'warning', kind: 'missing', locale, place } as const
  if (texts.size === 0) {
    const message = `there are no site messages in ${englishName(locale)}: readers see English`
    return [{ ...missing, message, mend: `Write ${path.posix.join(locale, 'site.json')}.` }]
  }
  return [...english]
    .filter(([key]) => !texts.has(key))
    .map(([key, text]) => ({
      ...missing,
      key,
      message: 'is missing: readers see English',
      mend: `Translate ${JSON.stringify(text)}.`,
    }))
}

/** A folder whose name is no canonical tag is never read. */
function tagFault(folder: string): MessageFault | undefined {
  try {
    const tag = canonicalLocale(folder)
    if (tag === folder) return undefined
    const message = `nobody reads the folder "${folder}"`
    return { severity: 'error', message, mend: `Call it "${tag}".` }
  } catch (error) {
    if (!(error instanceof BabelwireError)) throw error
    return { severity: 'error', message: error.message, mend: error.mend ?? '' }
  }
}
