/** Stands for the unknown page that a relative link is relative to; `.invalid` never exists (RFC 2606). */
const unknownBase = 'https://relative.invalid/'

/**
 * The link, absolute when `base` is known, or nothing when it is not safe to follow: only `http`,
 * `https`, `mailto` and relative links are, never `javascript:` or `data:`.
 */
export function safeUrl(href: string | undefined, base?: string): string | undefined {
  if (href === undefined) return undefined
  // Browsers ignore these inside of a scheme too: "java\nscript:".
  const written = href
    .toWellFormed()
    .replace(/[\u0000-\u001f\u007f]/g, '')
    .trim()
  if (written === '') return undefined
  const from = base !== undefined && URL.canParse(base) ? base : unknownBase
  if (!URL.canParse(written, from)) return undefined
  const url = new URL(written, from)
  if (!/^(?:https?|mailto):$/.test(url.protocol)) return undefined
  return url.origin === new URL(unknownBase).origin ? written : url.href
}
