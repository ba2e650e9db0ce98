import { bundleFile, readIfThere, type Manifest } from '../bundle/index.ts'
import { BabelwireError } from '../errors.ts'
import type { Locale, TaggedText } from '../model.ts'
import { parseTagged } from '../tagged-text.ts'
import { readKnownManifest } from './read-manifest.ts'
import type { SiteProblem } from './site-problem.ts'

/** The texts of an article in one language, by block. */
export type Messages = Readonly<Record<string, TaggedText>>

/** An article with all its texts. */
export interface SiteArticle {
  readonly manifest: Manifest
  /** Only of languages that the site shows and that can be read; none where it is withdrawn. */
  readonly editions: ReadonlyMap<Locale, Messages>
}

/** Reads an article in the languages given and in its own. */
export function readArticle(
  output: string,
  id: string,
  languages: readonly Locale[],
): { readonly article?: SiteArticle; readonly problems: readonly SiteProblem[] } {
  const { known, problems } = readKnownManifest(output, id)
  if (known === undefined) return { problems }
  const { manifest, claimed } = known
  if (manifest.withdrawn !== undefined) {
    return { article: { manifest, editions: new Map() }, problems }
  }
  const found = [...problems]
  const editions = new Map<Locale, Messages>()
  for (const tag of claimed) {
    if (!languages.includes(tag) && tag !== manifest.source) continue
    const messages = readMessages(bundleFile(output, tag, id), found)
    if (messages !== undefined) editions.set(tag, messages)
  }
  return { article: { manifest, editions }, problems: found }
}

function readMessages(file: string, problems: SiteProblem[]): Messages | undefined {
  const broken = (message: string): undefined => {
    const mend = 'Run "babelwire run": it is written again from memory, at no cost.'
    problems.push({ file, message, mend })
  }
  const content = readIfThere(file)
  if (content === undefined) return broken('the manifest names this bundle, but it is not there')
  let messages: unknown
  try {
    messages = JSON.parse(content)
  } catch {
    return broken('this bundle is not JSON')
  }
  if (typeof messages !== 'object' || messages === null || Array.isArray(messages))
    return broken('this bundle is not a map of keys to texts')
  for (const [key, text] of Object.entries(messages)) {
    const flaw = flawOf(text)
    if (flaw !== undefined) return broken(`"${key}" cannot be shown: ${flaw}`)
  }
  return messages as Messages
}

function flawOf(text: unknown): string | undefined {
  if (typeof text !== 'string') return 'it is not a text'
  try {
    parseTagged(text)
    return undefined
  } catch (error) {
    if (error instanceof BabelwireError) return error.message
    throw error
  }
}
