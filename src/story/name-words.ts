/** Words of a language that tell where a name begins, ends, or is none. All in lower case. */
export interface NameWords {
  /** Small words that may stand inside any name: `van der`, `bin`. */
  readonly particles: string
  /** Small words that join names only behind a head or a title: "Bank of England". */
  readonly links: string
  /** Small words that join the parts of an office: "National Security and Defence Council". */
  readonly ands: string
  /** Nouns that names of offices, firms and places are made with. */
  readonly heads: string
  /** Titles of persons; not part of the name. */
  readonly titles: string
  /** Words that make a title longer: "deputy foreign", and what follows "of" in one: "Secretary of State". */
  readonly ranks: string
  /** Words that begin sentences and no names. */
  readonly openers: string
  /** Capitalised words that are no names. */
  readonly others: string
}

export const noWords: NameWords = {
  particles: 'de van der den von zu al el bin ibn ben abu da di du dos das la le ter ten af',
  links: '',
  ands: '',
  heads: '',
  titles: 'mr mrs ms dr prof sir',
  ranks: '',
  openers:
    'a an as at az de den der det die e een el els en et i il in la le lo o os the un una unha',
  others: '',
}
