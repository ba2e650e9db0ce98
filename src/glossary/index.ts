export { prefixLengths } from './clitics.ts'
export { glossaryHash, packGlossary, unpackGlossary } from './compiled.ts'
export { editGlossary, type GlossaryEdit, type GlossaryValue } from './edit.ts'
export { enginePairs, leftToLadder, type LeftSpelling } from './engine-pairs.ts'
export { emptyGlossary, type Entry, type Glossary } from './entry.ts'
export { endingsOf } from './endings.ts'
export { inspectGlossary, parseGlossary } from './file.ts'
export { fold, hasCapital } from './fold.ts'
export { formatGlossary } from './format.ts'
export { inflection, isInflectionOf, type Inflection } from './inflection.ts'
export { lockTerms, unlockTerms, type LockedText } from './lock.ts'
export { compileMatcher, type Hit, type Matcher } from './matcher.ts'
export { findRenderings } from './renderings.ts'
export { repairTerms } from './repair.ts'
export { renderingOf, termsFor, termsHash } from './terms.ts'
export { verifyTerms, wrongEntries } from './verify.ts'
export { decodeText } from './exchange/decode.ts'
export {
  exchangeFormat,
  exchangeFormats,
  importGlossary,
  readTable,
  refuseLarge,
  showValue,
  type Difference,
  type FieldValue,
  type GlossaryTable,
  type Import,
  type Side,
} from './exchange/index.ts'
export { glossaryFindings, type Surroundings } from './findings.ts'
export { fixGlossary, type Mend } from './fix.ts'
export { problemKinds, type GlossaryProblem, type ProblemKind, type Severity } from './problem.ts'
export { visibly } from './tidy.ts'
export { type PublishedSentence } from './usage.ts'
export { isNameEnd, isUnspaced } from './words.ts'
