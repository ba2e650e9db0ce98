import type { Tag } from '../model.ts'
import { escapeText, plainText } from '../tagged-text.ts'
import { cleanText } from './clean.ts'
import { safeUrl } from './html-links.ts'
import { attribute, hasClass, isDropped, walk, type Element } from './html-tree.ts'
import type { Line } from './line.ts'

/** How the scripts of social networks mark the quote that they turn into a post. */
const socialPost =
  /^(?:twitter-tweet|twitter-video|instagram-media|tiktok-embed|bluesky-embed|mastodon-embed|fb-post|telegram-post|reddit-embed-bq)$/i

/** What loads in a frame and shows nothing of the story. */
const noContent =
  /\b(?:googletagmanager|doubleclick|googlesyndication|recaptcha|adservice|consent|criteo)\b/i

/**
 * The address that an element embeds, or nothing when it embeds none: a frame, a video or a sound
 * with a safe `src`, or a post of a social network.
 */
function embeddedAddress(element: Element, base: string | undefined): string | undefined {
  const { tagName } = element
  let written: string | undefined
  if (/^(?:iframe|video|audio|embed)$/.test(tagName)) {
    if (isInvisible(element)) return undefined
    written = attribute(element, 'src') ?? attribute(element, 'data-src') ?? sourceIn(element)
  } else if (tagName === 'blockquote' && hasClass(element, socialPost)) {
    written =
      attribute(element, 'cite') ??
      attribute(element, 'data-instgrm-permalink') ??
      attribute(element, 'data-bluesky-uri') ??
      lastLink(element)
  }
  const url = safeUrl(written, base)
  return url === undefined || /^mailto:/i.test(url) || noContent.test(url) ? undefined : url
}

/**
 * The line that stands for an element which no engine may see, or nothing when it is text: the
 * address that it embeds, as a link, or code with its line ends.
 */
export function slotOf(element: Element, base: string | undefined): Line | undefined {
  const code = element.tagName === 'pre' ? codeIn(element) : undefined
  if (code !== undefined) return slotLine(code, 'code1', { element: 'code' })
  const address = embeddedAddress(element, base)
  return address === undefined
    ? undefined
    : slotLine(address, 'a1', { element: 'a', href: address })
}

function slotLine(plain: string, name: string, tag: Tag): Line | undefined {
  const clean = cleanText(plain)
  if (clean === '') return undefined
  const text = `<${name}>${escapeText(clean)}</${name}>`
  const tags = { [name]: tag }
  return { text, plain: plainText(text), tags, translate: false, role: 'paragraph' }
}

/** The text of `<pre><code>`; old pages set whole reports in a bare `<pre>`. */
function codeIn(element: Element): string | undefined {
  const [first, ...rest] = element.childNodes
  if (first === undefined || !('tagName' in first) || first.tagName !== 'code') return undefined
  if (rest.some((node) => 'tagName' in node)) return undefined
  let code = ''
  for (const step of walk(first, () => false)) if (step.kind === 'text') code += step.text
  return code.replace(/\r\n?/g, '\n').replace(/^\n+|\s+$/g, '')
}

function isInvisible(element: Element): boolean {
  const sizes = [attribute(element, 'width'), attribute(element, 'height')]
  return (
    sizes.some((size) => size === '0' || size === '1') ||
    attribute(element, 'hidden') !== undefined ||
    /display\s*:\s*none|visibility\s*:\s*hidden/i.test(attribute(element, 'style') ?? '')
  )
}

function sourceIn(element: Element): string | undefined {
  for (const child of element.childNodes) {
    if ('tagName' in child && child.tagName === 'source') return attribute(child, 'src')
  }
  return undefined
}

function lastLink(element: Element): string | undefined {
  let last: string | undefined
  for (const step of walk(element, isDropped)) {
    if (step.kind === 'enter' && step.element.tagName === 'a') {
      last = attribute(step.element, 'href') ?? last
    }
  }
  return last
}
