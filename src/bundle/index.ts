export { readIfThere, writeAtomic } from './atomic-file.ts'
export {
  updateIndex,
  type IndexedArticle,
  type LanguageInfo,
  type SiteIndex,
} from './index-file.ts'
export {
  bundleFile,
  manifestFile,
  readManifest,
  structureIn,
  structureOf,
  type LanguageEntry,
  type Manifest,
  type Slot,
  type Structure,
  type Tombstone,
} from './manifest.ts'
export { articleIdPattern, formatBundle, formatJson, inert, keyPattern } from './messages.ts'
export { publish, type Edition, type Published, type PublishRule } from './publish.ts'
export {
  isStillServed,
  packReviewed,
  restoreReviewed,
  withdraw,
  type Withdrawn,
} from './withdraw.ts'
