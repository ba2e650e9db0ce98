import type { Finding } from '../model.ts'
import type { CheckInput } from './check.ts'
import { linkPattern, readable } from './readable.ts'

/** A quick look, so that the long pattern only runs on texts that can hold a link. */
const hint = /[@/]|www\./i

/** Web and e-mail addresses of the source stand in the translation unchanged, and no others. */
export function checkLinks({ segment, text }: CheckInput): readonly Finding[] {
  if (!hint.test(segment.source) && !hint.test(text)) return []
  const source = readable(segment.source)
  const translation = readable(text)
  if (source === undefined || translation === undefined) return []
  const findings: Finding[] = []
  for (const [link] of source.matchAll(linkPattern)) {
    if (!holds(translation, link)) {
      findings.push(finding(`The address ${link} is missing or changed.`))
    }
  }
  for (const { 0: link, index } of translation.matchAll(linkPattern)) {
    // An address in front of Chinese or Thai words may run on into them: `includes` decides.
    const isKnown = Array.from(source.matchAll(linkPattern)).some(([known]) =>
      link.toLowerCase().startsWith(known.toLowerCase()),
    )
    if (isKnown || holds(source, link)) continue
    const range = { start: index, end: index + link.length }
    findings.push({ ...finding(`The address ${link} is not in the source.`), range })
  }
  return findings
}

/** Whether the address stands in the text and does not run on into a longer one. */
function holds(text: string, link: string): boolean {
  const haystack = text.toLowerCase()
  const needle = link.toLowerCase()
  for (let at = haystack.indexOf(needle); at !== -1; at = haystack.indexOf(needle, at + 1)) {
    const around = `${haystack[at - 1] ?? ' '}${haystack[at + needle.length] ?? ' '}`
    const isLonger = /^[a-z0-9@]|[a-z0-9_@/-]$/.test(around)
    const isSlash = needle.endsWith('/') || haystack[at + needle.length] !== '/'
    if (!isLonger || (!isSlash && !/[a-z0-9]/.test(haystack[at + needle.length + 1] ?? ' '))) {
      return true
    }
  }
  return false
}

function finding(message: string): Finding {
  return { check: 'links', severity: 'error', message }
}
