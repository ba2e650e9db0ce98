/** Words that end in a full stop of their own, as lists of words without that stop. */
export interface Abbreviations {
  /** Something always follows: `Mr. Smith`, `z. B. heute`. */
  readonly never?: string
  /** May close a sentence: it does when a word that likes to open one follows (`openers.ts`). */
  readonly seldom?: string
  /** Only before a number: `No. 18`, `Sept. 11`. */
  readonly number?: string
}

/** The ends of English company names. */
export const companyEndings: ReadonlySet<string> = new Set(
  'Inc Co Cos Corp Ltd L.P N.V P.L.C'.split(' '),
)
