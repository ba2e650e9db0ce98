import { attribute, isDropped, walk, type Element } from './html-tree.ts'

/** Names that page templates give to what is not the article, by what it is. */
const kinds: readonly (readonly [reason: string, words: readonly string[]])[] = [
  ['cookie or privacy notice', ['cookies?', 'consent', 'gdpr', 'cmp']],
  [
    'sharing or subscription prompt',
    [
      ...[
        'shar(?:e|ing)',
        'socials?',
        'rrss',
        'newsletter',
        'subscri(?:be|ption)',
        'signup',
        'abo',
      ],
      ...['promo', 'paywall', 'reactions?', 'article-tools', 'qr', 'telegram'],
    ],
  ],
  [
    'related links',
    [
      ...[
        'related',
        'relacionad[ao]s?',
        'read-(?:also|more|next)',
        'see-also',
        'more-(?:news|from)',
      ],
      ...[
        'recommend(?:ed|ations?)?',
        'teasers?',
        'inline-topic',
        'most-(?:read|popular)',
        'trending',
      ],
      ...['lo-mas', 'outbrain', 'taboola', 'mehr', 'xg', 'xiangguan'],
    ],
  ],
  ['comments', ['comments?', 'comentarios?', 'kommentare?', 'commentaires?', 'disqus']],
  [
    'advertisement',
    [
      'ads?',
      'adv',
      'ad-slot',
      'advert(?:isement)?',
      'publi(?:cidad)?',
      'sponsored',
      'werbung',
      'anzeige',
    ],
  ],
  ['author box', ['author-(?:box|bio|info|card)', 'autor-info', 'about-the-author', 'bio']],
  ['tags', ['tags?', 'keywords', 'tag-(?:list|cloud)']],
  [
    'navigation',
    [
      'breadcrumbs?',
      'nav',
      'menu',
      'pagination',
      'topbar',
      'sidebar',
      'widget',
      'lang(?:s|-switch|uages?)',
    ],
  ],
  ['footer of the page', ['(?:site-|page-)?footer', 'foot', 'imprint']],
  [
    'byline',
    [
      'by-?line',
      'author(?:s|-line|-name)?',
      'autor(?:en)?',
      'firma',
      'topic-authors',
      'post-meta',
      'entry-(?:meta|author)',
      'article-author',
    ],
  ],
  ['section label', ['kicker', 'overline', 'antetitulo', 'eyebrow', 'dachzeile', 'surtitre']],
  [
    'date line',
    ['(?:post-|article-|entry-|pub(?:lish)?-?)date', 'timestamp', 'dateline-time', 'reading-time'],
  ],
]

const patterns: readonly (readonly [reason: string, pattern: RegExp])[] = kinds.map(
  ([reason, words]) => [
    reason,
    new RegExp(`(?:^|[-_\\s])(?:${words.join('|')})(?:[-_\\s]|$)`, 'i'),
  ],
)

/** An element with more of the text of a page than this holds its story, whatever its name says. */
const mostOfPage = 0.4

/**
 * Finds furniture by its class or id, but never an element that holds the headline or much of the
 * text of `root`: `class="with-sidebar"` is no sidebar.
 */
export function furnitureFinder(root: Element): (element: Element) => string | undefined {
  const story = holdersOfStory(root)
  return (element) => (story.has(element) ? undefined : furnitureOf(element))
}

function holdersOfStory(root: Element): ReadonlySet<Element> {
  const lengths = new Map<Element, number>()
  const found = new Set<Element>()
  const open: { readonly element: Element; length: number; hasHeadline: boolean }[] = []
  let total = 0
  for (const step of walk(root, isDropped)) {
    const top = open.at(-1)
    if (step.kind === 'text') {
      const { length } = step.text.trim()
      total += length
      if (top !== undefined) top.length += length
    } else if (step.kind === 'enter') {
      open.push({ element: step.element, length: 0, hasHeadline: step.element.tagName === 'h1' })
    } else if (top !== undefined) {
      open.pop()
      const around = open.at(-1)
      if (around !== undefined) {
        around.length += top.length
        around.hasHeadline ||= top.hasHeadline
      }
      if (top.hasHeadline) found.add(top.element)
      lengths.set(top.element, top.length)
    }
  }
  for (const [element, length] of lengths) if (length > mostOfPage * total) found.add(element)
  return found
}

/** What the class or id of an element says it is, when it is not the article; else nothing. */
function furnitureOf(element: Element): string | undefined {
  if (element.attrs.length === 0 || /^(?:html|body|main|article|h[1-6])$/.test(element.tagName))
    return undefined
  const names = `${attribute(element, 'class') ?? ''} ${attribute(element, 'id') ?? ''}`
  if (names === ' ') return undefined
  return patterns.find(([, pattern]) => pattern.test(names.replaceAll(/_+/g, '-')))?.[0]
}
