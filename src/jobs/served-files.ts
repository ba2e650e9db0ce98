import { readdir } from 'node:fs/promises'
import path from 'node:path'
import type { PublishedArticle } from '../archive/index.ts'
import { bundleFile, manifestFile } from '../bundle/index.ts'
import type { Locale } from '../model.ts'

/** The bundles and manifests that are on the disk. */
export interface ServedFiles {
  /** The published languages of an article whose bundle is gone, all where its manifest is. */
  lostOf(article: PublishedArticle): ReadonlySet<Locale>
}

/**
 * Lists the folders instead of asking for each file. Kept are a name for each manifest and a bit for each bundle: some
 * 100 MB for a million articles in 40 languages.
 */
export async function listServedFiles(
  output: string,
  locales: readonly Locale[],
): Promise<ServedFiles> {
  const numbers = new Map<string, number>()
  for (const id of await idsIn(path.dirname(manifestFile(output, ''))))
    numbers.set(id, numbers.size)
  const bundles = new Map<Locale, Uint8Array>()
  for (const locale of locales) {
    const bits = new Uint8Array(Math.ceil(numbers.size / 8))
    for (const id of await idsIn(path.dirname(bundleFile(output, locale, '')))) {
      const number = numbers.get(id)
      if (number !== undefined) bits[number >> 3] = (bits[number >> 3] ?? 0) | (1 << (number & 7))
    }
    bundles.set(locale, bits)
  }
  return {
    lostOf: ({ id, published, withoutBundle }) => {
      const number = numbers.get(id)
      if (number === undefined) return new Set(published.keys())
      const lost = new Set<Locale>()
      for (const locale of published.keys()) {
        const bits = bundles.get(locale)
        const isThere = bits === undefined || ((bits[number >> 3] ?? 0) & (1 << (number & 7))) !== 0
        if (!isThere && !withoutBundle.has(locale)) lost.add(locale)
      }
      return lost
    },
  }
}

/** The articles that have a file in a folder; none where there is no folder. */
async function idsIn(folder: string): Promise<readonly string[]> {
  const names = await readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return []
    throw error
  })
  return names.flatMap((name) => (name.endsWith('.json') ? [name.slice(0, -'.json'.length)] : []))
}
