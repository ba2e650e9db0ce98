/** How names change at their end in a language. */
export interface Endings {
  /** What a dictionary form may lose: `а` of Москва. Its last consonant is never lost: Иран is not Ирак. */
  readonly lost: RegExp
  /** What may follow the stem: `ою` of Москвою. */
  readonly added: RegExp
  /**
   * Lost and added endings, as `ий>ая`, that turn a man's name into a woman's or back: Зеленская is
   * not Зеленский. Adjectives may take them.
   */
  readonly otherGender?: RegExp
  /** True where accents move or vanish: Κίεβο, Κιέβου. Elsewhere a mark makes another letter. */
  readonly movesAccents?: true
  /** True where a name stands unchanged behind a preposition; it takes a genitive, an article or a plural at most. */
  readonly hasNoCases?: true
  /** Other stems of the same name: `києв` of Київ, `pradz` of Praga. */
  readonly stems?: (stem: string) => readonly string[]
}

/** A pattern of endings, given between spaces, with what may stand before and after each; none is allowed too. */
export function anyOf(endings: string, before: string = '', after: string = ''): RegExp {
  return new RegExp(`^(?:${before}(?:${endings.split(' ').join('|')})${after})?$`, 'u')
}

/** The stem with one part exchanged, where it has that part. */
export function exchange(
  ...rules: readonly (readonly [from: RegExp, to: string])[]
): (stem: string) => readonly string[] {
  return (stem) => rules.flatMap(([from, to]) => (from.test(stem) ? [stem.replace(from, to)] : []))
}
