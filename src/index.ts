/** The library: what a program needs to run Babelwire's pipeline itself. */
export { readConfig, type Config } from './config.ts'
export { BabelwireError, exitCodeOf, formatError, type ErrorCode } from './errors.ts'
export { runOnce, type RunResult } from './jobs/run.ts'
export { expandSources, readSources, type ReadSource } from './jobs/sources.ts'
export { canonicalLocale } from './locale.ts'
export { localize } from './localize.ts'
export type {
  Article,
  Block,
  Bundle,
  Finding,
  Locale,
  Role,
  Segment,
  TaggedText,
  TermMatch,
  Translation,
} from './model.ts'
export type { LanguageReport, Numbers } from './pipeline/report.ts'
export { openServices, type ServiceOptions, type Services } from './services.ts'
export { escapeText, parseTagged, plainText } from './tagged-text.ts'
