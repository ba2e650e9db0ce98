export { articleOf, type ArticleOptions, type ReadArticle } from './article-of.ts'
export { cleanSource, decodeSource } from './bytes.ts'
export type { CmsMapping } from './cms-json-mapping.ts'
export type { FullText } from './feed.ts'
export { feedFormat } from './feed-format.ts'
export { htmlReader } from './html.ts'
export { checkLanguage } from './language-check.ts'
export {
  readArticle,
  readDocument,
  type DocumentArticles,
  type ReadOptions,
  type ReadPage,
} from './read-document.ts'
export type { Draft, Reader, Reading, Source } from './reader.ts'
export { formatNames, readers } from './readers.ts'
export { loadXml } from './xml.ts'
