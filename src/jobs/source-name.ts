import { isAddress, type SourceChoice } from '../config.ts'
import { printableAddress } from '../fetch/index.ts'
import { shortHash } from '../hash.ts'

/** How the store and the queue know a source: an address may hold a password, which they never see. */
export function sourceId({ at }: SourceChoice): string {
  return shortHash(at)
}

/** A source as people and the archive see it. */
export function sourceName({ at }: SourceChoice): string {
  return isAddress(at) ? printableAddress(at) : at
}
