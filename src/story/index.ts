export { findInconsistencies } from './consistency.ts'
export { draftEntries, type DraftEntry } from './draft-entries.ts'
export { findMentions } from './find-mentions.ts'
export { nameRules } from './name-rules.ts'
export type { NameUse } from './name-use.ts'
export {
  publishedText,
  publishedTexts,
  unpublishedText,
  type StoryArticle,
} from './published-texts.ts'
export { suggestNames, type Suggestion } from './suggest.ts'
