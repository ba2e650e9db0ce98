import { failed, FetchError, printableUrl, refused } from './fetch-error.ts'
import type { Guard } from './guard.ts'

/** Browsers follow 20; an article of a newsroom moves once or twice. */
const mostRedirects = 5

/**
 * Where a redirect leads, after every check that the first address went through.
 * @throws {FetchError} `input` when it leads to a refused address or away from https, `network`
 * when it leads nowhere or in a circle.
 */
export function followRedirect(
  trail: readonly URL[],
  from: URL,
  location: string | undefined,
  guard: Guard,
): URL {
  if (location === undefined) {
    throw failed(from, 'it redirects, and does not say where', 'Tell the site.')
  }
  const next = checkNext(location, from, guard)
  next.hash = ''
  if (from.protocol === 'https:' && next.protocol === 'http:') {
    const what = `it redirects to ${printableUrl(next)}, which is not encrypted`
    throw refused(from, what, 'Give the https address that the article really has.')
  }
  if (trail.some(({ href }) => href === next.href)) {
    throw failed(from, 'it redirects in a circle', 'Open it in a browser; it may want cookies.')
  }
  if (trail.length > mostRedirects) {
    const what = `it redirects more than ${mostRedirects} times`
    throw failed(trail[0] ?? from, what, 'Give the address where it ends.')
  }
  return next
}

/** The trouble is told at the address that the newsroom gave, not at the one it leads to. */
function checkNext(location: string, from: URL, guard: Guard): URL {
  try {
    return guard.check(location, from)
  } catch (error) {
    if (!(error instanceof FetchError)) throw error
    const what = `it redirects to ${error.place?.file ?? 'an address'}: ${error.message}`
    throw refused(from, what, error.mend ?? 'Give the address where it ends.')
  }
}
