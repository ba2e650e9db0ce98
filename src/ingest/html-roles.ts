import type { Role } from '../model.ts'
import { attribute, hasClass, isPullQuote, type Element } from './html-tree.ts'

const blockElements: ReadonlySet<string> = new Set(
  (
    'address article aside blockquote body caption center dd details dir div dl dt fieldset figcaption ' +
    'figure footer h1 h2 h3 h4 h5 h6 header hgroup hr html li main ol p pre section summary table ' +
    'tbody td tfoot th thead tr ul'
  ).split(' '),
)

const captionClass = /^(?:[\w-]*[-_])?(?:caption(?:[-_]?text)?|figcaption)$/i
const creditClass =
  /^(?:[\w-]*[-_])?(?:credits?|copyright|photographer|(?:image|photo|media|figure)[-_]source)$/i
const summaryClass =
  /^(?:[\w-]*[-_])?(?:standfirst|summary|dek|deck|subtitle|sub-?headline|lede|lead|chapo|chapeau|vorspann|entradilla|bajada)$/i

/** Longer cells are columns of a page. */
const longestCell = 300

/** Roles that paragraphs in them take over. */
const outer: ReadonlySet<Role> = new Set<Role>(['quote', 'item', 'caption'])
/** Roles that only plain containers take over: a `<p>` in an unclosed `<h1>` is a paragraph. */
const tight: ReadonlySet<Role> = new Set<Role>(['headline', 'heading'])

/** Whether an element starts a new block. */
export function isBlockElement(element: Element): boolean {
  return blockElements.has(element.tagName)
}

/** The role of text directly in a block element, given the role around it. */
export function roleOf(element: Element, around: Role): Role {
  const { tagName } = element
  if (tagName === 'blockquote') return 'quote'
  if (tagName === 'figcaption' || tagName === 'figure' || tagName === 'caption') return 'caption'
  if (isPullQuote(element)) return 'quote'
  if (isSummary(element)) return 'summary'
  if (tagName === 'h1') return 'headline'
  if (/^h[2-6]$/.test(tagName)) return 'heading'
  if (tagName === 'li') return 'item'
  if (hasClass(element, captionClass)) return 'caption'
  if (/^t[dh]$/.test(tagName)) return isDataCell(element) ? 'item' : 'paragraph'
  if (tagName === 'pre') return 'paragraph'
  if (tagName !== 'p' && tight.has(around)) return around
  return outer.has(around) ? around : 'paragraph'
}

/** Whether an element, block or inline, holds the credit of a picture. */
export function isCredit(element: Element, around: Role): boolean {
  if (around === 'caption' && /^(?:small|cite)$/.test(element.tagName)) return true
  return element.attrs.length > 0 && hasClass(element, creditClass)
}

/** Whether an element names the person that the block quote around it quotes. */
export function isQuoteSource(element: Element): boolean {
  const { tagName, parentNode } = element
  if (tagName !== 'cite' && tagName !== 'footer') return false
  return parentNode !== null && 'tagName' in parentNode && parentNode.tagName === 'blockquote'
}

/** A cell of a table of data, which is one message; old pages also lay themselves out in tables. */
function isDataCell(element: Element): boolean {
  return element.childNodes.every((child) => {
    if ('value' in child) return child.value.length <= longestCell
    return !('tagName' in child) || !isBlockElement(child)
  })
}

function isSummary(element: Element): boolean {
  if (!/^(?:p|div|h2|h3)$/.test(element.tagName) || element.attrs.length === 0) return false
  return (
    hasClass(element, summaryClass) ||
    attribute(element, 'itemprop') === 'description' ||
    attribute(element, 'role') === 'doc-subtitle'
  )
}
