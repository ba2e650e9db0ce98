import i18next, { type i18n } from 'i18next'
import {
  bundleFile,
  isStillServed,
  manifestFile,
  keyPattern,
  readIfThere,
  type LanguageEntry,
  type Manifest,
} from '../bundle/index.ts'
import { BabelwireError } from '../errors.ts'
import { termsFor, verifyTerms, type Matcher } from '../glossary/index.ts'
import { blockChecks } from '../checks/index.ts'
import type { Block, Finding, Locale, TaggedText } from '../model.ts'
import { segmentBlock } from '../segment/index.ts'
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
  if (manifest.withdrawn !== undefined) {
    const message = 'the article is withdrawn, and yet something of it is served; run mends it'
    const file = manifestFile(output, manifest.id)
    return { bundles: 0, problems: isStillServed(output, manifest.id) ? [{ file, message }] : [] }
  }
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
    // A stale bundle is of another source; it is held to this one when it is made anew.
    if (source === undefined || entry.stale || locale === manifest.source) continue
    for (const [key, text] of Object.entries(messages)) {
      const original = source[key]
      if (original === undefined || manifest.untranslated.includes(key)) continue
      if (!isTagged(text) || !isTagged(original)) continue
      for (const { message } of checkBlock(key, text, original, locale, manifest, find)) {
        report(key, message)
      }
    }
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

/** The way a site reads a bundle: stock i18next with the options of the README. */
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
  if (!isTagged(text)) report(key, 'is malformed tagged text')
  const slots = (entry.structure ?? manifest).slots[key] ?? {}
  for (const name of tagNames(text)) {
    if (slots[name] === undefined) report(key, `the tag ${name} is not in the manifest`)
  }
}

function isTagged(text: TaggedText): boolean {
  try {
    parseTagged(text)
    return true
  } catch (error) {
    if (error instanceof BabelwireError) return false
    throw error
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

/** Holds a block to its source as the run held its sentences: tags, links, script, names. */
function checkBlock(
  key: string,
  text: TaggedText,
  source: TaggedText,
  locale: Locale,
  { source: from, roles }: Manifest,
  find: Matcher,
): readonly Finding[] {
  const role = roles[key] ?? 'paragraph'
  const block: Block = { key, role, text: source, tags: {}, translate: true }
  // Conditions of a term look at its sentence.
  const terms = segmentBlock(block, from).flatMap((segment) =>
    termsFor(find(plainText(segment.source)), locale),
  )
  const segment = { key, block: key, role, locale: from, source }
  const input = { segment, locale, text, terms }
  return [...blockChecks, verifyTerms]
    .flatMap((check) => check(input))
    .filter(({ severity }) => severity === 'error')
}
