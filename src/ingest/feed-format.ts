import { xmlRoot } from './xml-root.ts'

export type FeedFormat = 'rss' | 'atom' | 'json-feed'

/** Which kind of feed a document is, by its content; nothing when it is none. */
export function feedFormat(text: string): FeedFormat | undefined {
  const start = text.slice(0, 20_000)
  if (/^\ufeff?\s*\{/.test(start)) return jsonVersion.test(start) ? 'json-feed' : undefined
  const root = xmlRoot(start)?.toLowerCase()
  if (root === 'rss') return 'rss'
  return root === 'feed' && start.includes('http://www.w3.org/2005/Atom') ? 'atom' : undefined
}

const jsonVersion = /"version"\s*:\s*"https?:(?:\\?\/){2}(?:www\.)?jsonfeed\.org(?:\\?\/)version/
