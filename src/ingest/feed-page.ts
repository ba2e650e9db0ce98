import type { Reading } from './reader.ts'

/**
 * The article of a feed item whose full text was read from its page. The feed says which article
 * it is and when it was published; the page says what it reads and in which language.
 */
export function withPage(item: Reading, page: Reading): Reading {
  const { title: feedTitle, ...known } = item
  const title = page.title ?? feedTitle
  return {
    ...page,
    ...known,
    ...(page.locale === undefined ? {} : { locale: page.locale }),
    ...(page.byline === undefined ? {} : { byline: page.byline }),
    ...(title === undefined ? {} : { title }),
    blocks: page.blocks,
    leftOut: page.leftOut,
  }
}
