import { siteOf, type Config } from '../config.ts'
import { BabelwireError } from '../errors.ts'
import { shortHash } from '../hash.ts'
import { canonicalLocale } from '../locale.ts'
import type { Significance } from '../model.ts'
import type { Services } from '../services.ts'
import { openKnownFiles, type KnownFiles } from './known-files.ts'
import type { SourceOptions } from './sources.ts'

/** How sources are to be read, as a command line says it; a service says nothing. */
export interface ReadingFlags {
  readonly from?: string
  readonly format?: string
  readonly significance?: string
}

/** The same for the readers, checked; names in messages are relative to `folder`. */
export function readingOptions(
  config: Config,
  { from, format, significance }: ReadingFlags,
  folder: string,
): SourceOptions {
  return {
    locale: config.source,
    root: folder,
    ...(from === undefined ? {} : { from: canonicalLocale(from) }),
    ...(format === undefined ? {} : { format }),
    ...(config.cmsJson === undefined ? {} : { cmsJson: config.cmsJson }),
    ...(significance === undefined ? {} : { significance: parseSignificance(significance) }),
  }
}

/** Raised when readers change, so that files are read anew. */
const readersVersion = 1

/** The files that earlier runs read; they are recalled only when they would be read in the same way. */
export function knownFilesOf(
  config: Config,
  { from, format, significance }: ReadingFlags,
  { database, archive, clock }: Services,
): KnownFiles {
  const reading = shortHash(
    readersVersion,
    config.source,
    from,
    format,
    significance,
    config.cmsJson,
  )
  return openKnownFiles(database, archive, siteOf(config), reading, () => clock.now())
}

function parseSignificance(written: string): Significance {
  const known = (['typographic', 'minor', 'major'] as const).find((one) => one === written)
  if (known !== undefined) return known
  throw new BabelwireError('usage', `--significance "${written}" is not a weight`, {
    mend: 'Write typographic, minor or major.',
  })
}
