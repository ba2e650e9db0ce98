import { attribute, isDropped, walk, type Element, type Parent } from './html-tree.ts'

interface Candidate {
  readonly element: Element
  length: number
  hasHeadline: boolean
}

/**
 * The element that holds the article: the longest `<article>`, unless most of the text of
 * `<main>` is outside of it (then it is a teaser), else `<main>`, else `<body>`.
 */
export function findRoot(document: Parent): Element | undefined {
  const articles: Candidate[] = []
  const open: Candidate[] = []
  let main: Candidate | undefined
  let body: Candidate | undefined
  for (const step of walk(document, isDropped)) {
    if (step.kind === 'text') {
      const length = step.text.trim().length
      for (const candidate of open) candidate.length += length
    } else if (step.kind === 'leave') {
      if (open.at(-1)?.element === step.element) open.pop()
    } else {
      const { element } = step
      if (element.tagName === 'h1') for (const candidate of open) candidate.hasHeadline = true
      const candidate = { element, length: 0, hasHeadline: false }
      if (element.tagName === 'body') body ??= candidate
      else if (isMain(element) && main === undefined) main = candidate
      else if (element.tagName === 'article' && !isInArticle(open)) articles.push(candidate)
      else continue
      open.push(candidate)
    }
  }
  const whole = main !== undefined && main.length > 0 ? main : body
  const article = longest(articles)
  const isTheStory =
    article !== undefined &&
    article.length > 0 &&
    (article.hasHeadline || article.length * 2 >= (whole?.length ?? 0))
  return (isTheStory ? article : whole)?.element
}

function isMain(element: Element): boolean {
  return element.tagName === 'main' || attribute(element, 'role') === 'main'
}

function isInArticle(open: readonly Candidate[]): boolean {
  return open.some(({ element }) => element.tagName === 'article')
}

function longest(candidates: readonly Candidate[]): Candidate | undefined {
  return candidates.reduce<Candidate | undefined>(
    (best, candidate) => (best === undefined || candidate.length > best.length ? candidate : best),
    undefined,
  )
}
