import { readdirSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import type { Article } from '../model.ts'
import { fileError, writeAtomic } from './atomic-file.ts'
import { bundleFile, manifestFile, type Manifest, type Tombstone } from './manifest.ts'
import { formatJson } from './messages.ts'

/**
 * Takes the bundle of every language of an article away, its own too, and leaves a tombstone. The
 * manifest goes first: whoever reads it then asks for no bundle.
 * @throws {BabelwireError} `storage` when a file cannot be written or removed; again mends it.
 */
export async function withdraw(
  output: string,
  { id, locale, revision, url, published }: Article,
  withdrawn: Tombstone,
): Promise<Manifest> {
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
  for (const language of languagesIn(output)) {
    const file = bundleFile(output, language, id)
    await rm(file, { force: true }).catch((error: unknown) => {
      throw fileError('remove', file, error)
    })
  }
  return manifest
}

/** Every language folder there is: a withdrawal that was cut short is finished by the next. */
function languagesIn(output: string): readonly string[] {
  return readdirSync(output, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && entry.name !== 'articles')
    .map(({ name }) => name)
}
