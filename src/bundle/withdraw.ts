import { existsSync, readdirSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import type { Article } from '../model.ts'
import { fileError, readIfThere, writeAtomic } from './atomic-file.ts'
import {
  bundleFile,
  manifestFile,
  readManifest,
  structureIn,
  type LanguageEntry,
  type Manifest,
  type Tombstone,
} from './manifest.ts'
import { formatJson } from './messages.ts'

/** What a withdrawal left. */
export interface Withdrawn {
  readonly manifest: Manifest
  readonly failure?: unknown
}

/**
 * Takes the bundle of every language of an article away, its own too, and leaves a tombstone. The
 * manifest goes first: whoever reads it then asks for no bundle.
 * @returns the manifest, and why a bundle could not be removed, if one could not: all others are.
 * @throws {BabelwireError} `storage` when the tombstone cannot be written.
 */
export async function withdraw(
  output: string,
  {
    id,
    locale,
    revision,
    url,
    published,
  }: Pick<Article, 'id' | 'locale' | 'revision' | 'url' | 'published'>,
  withdrawn: Tombstone,
): Promise<Withdrawn> {
  const manifest: Manifest = {
    id,
    source: locale,
    revision,
    ...(url === undefined ? {} : { url }),
    ...(published === undefined ? {} : { published }),
    order: [],
    roles: {},
    slots: {},
    speakers: {},
    untranslated: [],
    languages: {},
    withdrawn,
  }
  await writeAtomic(output, manifestFile(output, id), formatJson(manifest))
  const removed = await Promise.allSettled(
    languagesIn(output).map(async (language) => {
      const file = bundleFile(output, language, id)
      await rm(file, { force: true }).catch((error: unknown) => {
        throw fileError('remove', file, error)
      })
    }),
  )
  const failure = removed.find((one) => one.status === 'rejected')
  return { manifest, ...(failure === undefined ? {} : { failure: failure.reason as unknown }) }
}

/** The languages of an article that a person reviewed, with their bundles, as JSON; nothing where there are none. */
export function packReviewed(output: string, id: string): string | undefined {
  const manifest = readManifest(output, id)
  if (manifest === undefined) return undefined
  const structure = structureIn(manifest)
  const reviewed = Object.entries(manifest.languages).flatMap(([locale, entry]) => {
    if (entry.state !== 'reviewed') return []
    const content = readIfThere(bundleFile(output, locale, id))
    if (content === undefined) return []
    return [[locale, { entry: { structure, ...entry }, content }] as const]
  })
  return reviewed.length === 0 ? undefined : JSON.stringify(Object.fromEntries(reviewed))
}

/**
 * Puts reviewed languages back beside the tombstone, where the next run finds them when it publishes
 * the article again.
 */
export async function restoreReviewed(output: string, id: string, packed: string): Promise<void> {
  const manifest = readManifest(output, id)
  if (manifest === undefined) return
  const reviewed = JSON.parse(packed) as Record<string, { entry: LanguageEntry; content: string }>
  const languages = Object.fromEntries(
    Object.entries(reviewed).map(([locale, { entry }]) => [locale, entry]),
  )
  for (const [locale, { content }] of Object.entries(reviewed)) {
    await writeAtomic(output, bundleFile(output, locale, id), content)
  }
  await writeAtomic(output, manifestFile(output, id), formatJson({ ...manifest, languages }))
}

/** Whether anything of a withdrawn article can still be read: the tombstone is not there, or a bundle is. */
export function isStillServed(output: string, id: string): boolean {
  return (
    readManifest(output, id)?.withdrawn === undefined ||
    languagesIn(output).some((language) => existsSync(bundleFile(output, language, id)))
  )
}

/** Every language folder there is: a withdrawal that was cut short is finished by the next. */
function languagesIn(output: string): readonly string[] {
  if (!existsSync(output)) return []
  return readdirSync(output, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && entry.name !== 'articles')
    .map(({ name }) => name)
}
