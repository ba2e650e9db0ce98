import i18next, { type i18n } from 'i18next'
import {
  bundleFile,
  keyPattern,
  readIfThere,
  type LanguageEntry,
  type Manifest,
} from '../bundle/index.ts'
import { termsFor, verifyTerms, type Matcher } from '../glossary/index.ts'
import type { Locale, TaggedText } from '../model.ts'
import { parseTagged, plainText, tagNames } from '../tagged-text.ts'

/** Something written that must not be served as it is. */
export interface OutputProblem {
  readonly file: string
  readonly key?: string
  readonly message: string
}

/** Checks every bundle of an article against its manifest, its source and the glossary. */
export async function checkArticle(
  output: string,
  manifest: Manifest,
  find: Matcher,
): Promise<{ readonly bundles: number; readonly problems: readonly OutputProblem[] }> {
  const problems: OutputProblem[] = []
  const source = readBundle(bundleFile(output, manifest.source, manifest.id), problems)
  let bundles = 0
  for (const [locale, entry] of Object.entries(manifest.languages)) {
    if (entry.revision === undefined) continue
    const file = bundleFile(output, locale, manifest.id)
    const messages = readBundle(file, problems)
    if (messages === undefined) continue
    bundles++
    const report = (key: string, message: string): void =>
      void problems.push({ file, key, message })
    const reader = await readerFor(manifest.id, locale, messages)
    for (const [key, text] of Object.entries(messages)) {
      checkMessage(key, text, entry, manifest, report)
      if (reader.t(key) !== text) report(key, 'i18next does not give it back as it is written')
    }
    for (const key of missingKeys(entry, manifest, messages)) report(key, 'is missing')
    const sound = Object.entries(messages).filter(([, text]) => isTagged(text))
    // A stale bundle is held to the glossary again when its language is made anew.
    if (source !== undefined && !entry.stale)
      checkNames(sound, source, locale, manifest, find, report)
  }
  return { bundles, problems }
}

type Messages = Readonly<Record<string, TaggedText>>

function readBundle(file: string, problems: OutputProblem[]): Messages | undefined {
  const content = readIfThere(file)
  if (content === undefined) {
    problems.push({ file, message: 'the manifest names it, but it is not there' })
    return undefined
  }
  try {
    const value: unknown = JSON.parse(content)
    if (isMessages(value)) return value
    problems.push({ file, message: 'is not a flat map of keys to texts' })
  } catch {
    problems.push({ file, message: 'is not JSON' })
  }
  return undefined
}

function isMessages(value: unknown): value is Messages {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false
  return Object.values(value).every((text) => typeof text === 'string')
}

/** The way a site reads a bundle: stock i18next with the options of `docs/architecture.md`. */
async function readerFor(id: string, locale: Locale, messages: Messages): Promise<i18n> {
  const instance = i18next.createInstance()
  const ns = `articles/${id}`
  await instance.init({
    lng: locale,
    ns: [ns],
    defaultNS: ns,
    resources: { [locale]: { [ns]: messages } },
    keySeparator: false,
    nsSeparator: false,
    returnEmptyString: false,
    interpolation: { escapeValue: false },
  })
  return instance
}

function checkMessage(
  key: string,
  text: TaggedText,
  entry: LanguageEntry,
  manifest: Manifest,
  report: (key: string, message: string) => void,
): void {
  if (!keyPattern.test(key)) report(key, 'cannot be a message key')
  if (text === '') report(key, 'is empty')
  try {
    parseTagged(text)
  } catch (error) {
    report(key, error instanceof Error ? error.message : 'is not tagged text')
    return
  }
  const slots = (entry.structure ?? manifest).slots[key] ?? {}
  for (const name of tagNames(text)) {
    if (slots[name] === undefined) report(key, `the tag ${name} is not in the manifest`)
  }
}

/** Held blocks of a partial edition are left out on purpose. */
function missingKeys(
  entry: LanguageEntry,
  manifest: Manifest,
  messages: Messages,
): readonly string[] {
  const { order } = entry.structure ?? manifest
  return order.filter((key) => messages[key] === undefined && !entry.held.includes(key))
}

function isTagged(text: TaggedText): boolean {
  try {
    parseTagged(text)
    return true
  } catch {
    return false
  }
}

function checkNames(
  messages: readonly (readonly [key: string, text: TaggedText])[],
  source: Messages,
  locale: Locale,
  manifest: Manifest,
  find: Matcher,
  report: (key: string, message: string) => void,
): void {
  if (locale === manifest.source) return
  for (const [key, text] of messages) {
    const original = source[key]
    if (original === undefined || manifest.untranslated.includes(key)) continue
    const terms = termsFor(find(plainText(original)), locale)
    for (const finding of verifyTerms({ text, terms, locale })) {
      if (finding.severity === 'error') report(key, finding.message)
    }
  }
}
