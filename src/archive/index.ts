export { openArchive, type Aligned, type Archive, type Localized } from './archive.ts'
export { alignBlocks, blockKey } from './align.ts'
