export { diffGlossaries, type EntryChange, type FieldChange } from './diff.ts'
export { glossaryImpact, type LanguageImpact, type TouchedSegment } from './impact.ts'
