import type * as Feedsmith from 'feedsmith'
import { loadXml } from './xml.ts'

// feedsmith takes about 150 ms to load: only a run that meets a feed waits for it.
let library: typeof Feedsmith | undefined

/** Loads what reads feeds; to be awaited before a feed is read. */
export async function loadFeeds(): Promise<void> {
  await loadXml()
  library ??= await import('feedsmith')
}

/** The library, once it is loaded. */
export function feedLibrary(): typeof Feedsmith {
  if (library === undefined) throw new Error('a feed is read before its parser is loaded')
  return library
}

/** Whether the library threw this because a document is no feed. */
export function isFeedTrouble(error: unknown): boolean {
  const { DetectError, MalformedError, ParseError } = feedLibrary()
  return [DetectError, MalformedError, ParseError].some((trouble) => error instanceof trouble)
}
