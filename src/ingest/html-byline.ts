import { cleanText, foldSpace } from './clean.ts'
import { attribute, hasClass, isDropped, walk, type Element, type Parent } from './html-tree.ts'

/** Longer texts are the portrait of an author. */
const longestByline = 150

const preposition =
  /^(?:(?:by|von|par|por|di|door|av|od|від|reporting by)\s+|(?:автор|text|texto|texte|作者|بقلم)\s*[:：]?\s*)/iu

/** Who wrote an article, as a template printed it: without `By`, or nothing when it is no name. */
export function bylineText(written: string | undefined): string | undefined {
  const text = foldSpace(cleanText(written ?? '')).replace(preposition, '')
  const isName = /\p{L}/u.test(text) && text.length <= longestByline && !/^https?:|@/.test(text)
  return isName ? text : undefined
}

/** The names that the markup of a page shows as those of its authors. */
export function shownByline(root: Parent): string | undefined {
  const names: string[] = []
  let author: Element | undefined
  let words = ''
  for (const step of walk(root, isDropped)) {
    if (step.kind === 'text') {
      if (author !== undefined) words += step.text
    } else if (step.kind === 'enter') {
      if (author === undefined && isAuthor(step.element)) author = step.element
    } else if (step.element === author) {
      const name = bylineText(words)
      if (name !== undefined && !names.includes(name)) names.push(name)
      author = undefined
      words = ''
    }
  }
  // More names are those of other stories on the page.
  return names.length > 0 && names.length <= mostAuthors ? names.join(', ') : undefined
}

const mostAuthors = 4

function isAuthor(element: Element): boolean {
  const rel = attribute(element, 'rel')?.split(/\s+/)
  return (
    rel?.includes('author') === true ||
    attribute(element, 'itemprop') === 'author' ||
    hasClass(element, /^(?:[\w]*[-_])?author(?:[-_]name)?$|^by-?line[-_]name$/i)
  )
}
