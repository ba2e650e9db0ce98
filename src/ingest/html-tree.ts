import type { DefaultTreeAdapterTypes } from 'parse5'

export type Element = DefaultTreeAdapterTypes.Element
export type Parent = DefaultTreeAdapterTypes.ParentNode

/** What a walk over a document meets, in document order. */
export type Step =
  | { readonly kind: 'enter' | 'leave'; readonly element: Element }
  | { readonly kind: 'text'; readonly text: string }

/** The steps through everything below `root`; keeps its own stack, so no depth overflows. */
export function* walk(root: Parent, isSkipped: (element: Element) => boolean): Generator<Step> {
  const open: { readonly node: Parent; next: number }[] = [{ node: root, next: 0 }]
  for (let frame = open.at(-1); frame !== undefined; frame = open.at(-1)) {
    const child = frame.node.childNodes[frame.next++]
    if (child === undefined) {
      open.pop()
      if (open.length > 0) yield { kind: 'leave', element: frame.node as Element }
    } else if ('tagName' in child) {
      if (isSkipped(child)) continue
      yield { kind: 'enter', element: child }
      open.push({ node: child, next: 0 })
    } else if ('value' in child) {
      yield { kind: 'text', text: child.value }
    }
  }
}

/** The value of an attribute, or nothing. */
export function attribute(element: Element, name: string): string | undefined {
  return element.attrs.find((attr) => attr.name === name)?.value
}

/** Whether one of the classes of an element matches. */
export function hasClass(element: Element, pattern: RegExp): boolean {
  return (attribute(element, 'class') ?? '').split(/\s+/).some((name) => pattern.test(name))
}

/** Never part of what an article says. */
const dropped: ReadonlySet<string> = new Set(
  (
    'script style noscript template nav aside button iframe svg head title select option ' +
    'datalist textarea input object embed video audio canvas map menu dialog noembed noframes ' +
    // Struck-out words are no longer said; a ruby reading would double its word.
    'del s strike rt rp'
  ).split(' '),
)

const droppedRole =
  /^(?:navigation|banner|contentinfo|complementary|search|dialog|alertdialog|menu|toolbar)$/i
const hiddenClass = /^(?:sr-only|visually-?hidden|screen-reader-text|u-hidden|hidden)$/i

/** How far up a header looks for the article it belongs to. */
const farthestParent = 64

/** Whether an element and all below it is furniture, hidden, or not text. */
export function isDropped(element: Element): boolean {
  const { tagName } = element
  if (dropped.has(tagName)) return !isPullQuote(element)
  if (tagName === 'header' || tagName === 'footer') return isOfPage(element)
  if (tagName === 'form') return !holdsPage(element)
  if (element.attrs.length === 0) return false
  return (
    attribute(element, 'hidden') !== undefined ||
    attribute(element, 'aria-hidden') === 'true' ||
    /display\s*:\s*none/i.test(attribute(element, 'style') ?? '') ||
    (droppedRole.test(attribute(element, 'role') ?? '') && !isPullQuote(element)) ||
    hasClass(element, hiddenClass)
  )
}

const pullQuoteClass = /^(?:[\w-]*[-_])?(?:pull-?-?quote|destacado|exergue|zitatbox)$/i

/** Whether an element repeats a sentence of the article in large letters. */
export function isPullQuote(element: Element): boolean {
  if (!/^(?:aside|div|section|figure)$/.test(element.tagName)) return false
  return hasClass(element, pullQuoteClass) || attribute(element, 'role') === 'doc-pullquote'
}

/** A header or footer of the page, not of an article or a quote in it. */
function isOfPage(element: Element): boolean {
  let parent: Parent | null = element.parentNode
  for (let steps = 0; parent !== null && 'tagName' in parent && steps < farthestParent; steps++) {
    if (/^(?:article|main|section|figure|blockquote)$/.test(parent.tagName)) return false
    if (attribute(parent, 'role') === 'main') return false
    parent = parent.parentNode
  }
  return true
}

/** Some servers wrap the whole page in one form. */
function holdsPage(form: Element): boolean {
  for (const step of walk(form, () => false)) {
    if (step.kind === 'enter' && /^(?:h1|article|main)$/.test(step.element.tagName)) return true
  }
  return false
}
