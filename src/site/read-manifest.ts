import {
  keyPattern,
  manifestFile,
  readManifest,
  type Manifest,
  type Structure,
} from '../bundle/index.ts'
import { canonicalLocale } from '../locale.ts'
import type { Locale } from '../model.ts'
import { problemOf, type SiteProblem } from './site-problem.ts'

const mend = 'Delete it: the next run writes it anew from the memory, at no cost.'

/** A manifest that pages can be made from, and the languages it has bundles of. */
export interface KnownManifest {
  readonly manifest: Manifest
  /** Tags that are languages, in the order of the alphabet. */
  readonly claimed: readonly Locale[]
}

/** Reads a manifest as strangers' data: what is wrong with it becomes a problem. */
export function readKnownManifest(
  output: string,
  id: string,
): { readonly known?: KnownManifest; readonly problems: readonly SiteProblem[] } {
  const file = manifestFile(output, id)
  let manifest: Manifest | undefined
  try {
    manifest = readManifest(output, id)
  } catch (error) {
    return { problems: [problemOf(file, error)] }
  }
  if (manifest === undefined) return { problems: [] }
  const flaw = flawOf(manifest, id)
  if (flaw !== undefined) return { problems: [{ file, message: flaw, mend }] }
  const live = Object.entries(manifest.languages).filter(
    ([, entry]) => entry.revision !== undefined,
  )
  const unknown = live.filter(([tag]) => !isKnownTag(tag))
  return {
    known: {
      manifest,
      claimed: live
        .map(([tag]) => tag)
        .filter(isKnownTag)
        .sort(),
    },
    problems: unknown.map(([tag]) => ({
      file,
      message: `"${tag}" is not a language tag as Babelwire writes them`,
      mend: 'Write a canonical BCP 47 tag such as es, pt-BR or zh-Hans, or delete the file and run again.',
    })),
  }
}

function isKnownTag(tag: string): boolean {
  try {
    return canonicalLocale(tag) === tag
  } catch {
    return false
  }
}

/** The first thing that would break a page. */
function flawOf(manifest: Manifest, id: string): string | undefined {
  const { order, roles, slots, speakers, languages, withdrawn, source } = manifest
  if (manifest.id !== id) return `this manifest is of "${String(manifest.id)}"`
  if (!isKnownTag(source)) return `its source "${String(source)}" is not a language tag`
  const structures: readonly Partial<Structure>[] = [
    { order, roles, slots, speakers },
    ...Object.values(languages).map((entry) => entry?.structure ?? {}),
  ]
  const isWhole = structures.every(
    ({ order: keys = [], ...records }) =>
      Array.isArray(keys) &&
      keys.every((key) => typeof key === 'string' && keyPattern.test(key)) &&
      Object.values(records).every(isRecord),
  )
  if (!isWhole) return 'the blocks of this manifest cannot be understood'
  if (!Object.values(languages).every((entry) => isRecord(entry) && Array.isArray(entry.held)))
    return 'the languages of this manifest cannot be understood'
  if (withdrawn !== undefined && !isRecord(withdrawn)) return 'its withdrawal cannot be understood'
  return undefined
}

function isRecord(value: unknown): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
