export { acceptedLanguages } from './accepted-languages.ts'
export type { ArticleBlock, Bundle } from './article-blocks.ts'
export { direction } from './direction.ts'
export { LoadError, type Fetch } from './fetch-json.ts'
export { i18nextOptions, type I18nextOptions } from './i18next-options.ts'
export type { InlineTag, InlineTags } from './inline-tree.ts'
export { loadArticle, type ArticleRequest, type LoadedArticle } from './load-article.ts'
export { matchLocale } from './match-locale.ts'
export type { ArticleStructure, LanguageEntry, ReaderManifest } from './reader-manifest.ts'
export {
  inlineComponents,
  renderInline,
  renderInlineDom,
  renderInlineHtml,
  type CreateElement,
} from './render-inline.ts'
