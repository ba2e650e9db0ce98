/**
 * How Babelwire names itself to sites: `Babelwire/0.1.0 (+https://news.example/contact)`. The
 * contact, an address of the newsroom, is where a site may complain.
 */
export function userAgent(version: string, contact?: string): string {
  // Nothing but visible ASCII can stand in a header; brackets would end the comment.
  const written = contact?.replace(/[^\x21-\x7e]|[()\\]/g, '') ?? ''
  return written === '' ? `Babelwire/${version}` : `Babelwire/${version} (+${written})`
}
