export {
  openArchive,
  type Aligned,
  type Archive,
  type ArticleLife,
  type Localized,
  type Withdrawal,
} from './archive.ts'
export { openEditions, type Editions, type MadeEdition } from './editions.ts'
export {
  openStanding,
  type PublishedArticle,
  type Standing,
  type StandingArticle,
} from './standing.ts'
export { alignBlocks, blockKey } from './align.ts'
export { diffRevisions, type BlockChange } from './revision-diff.ts'
