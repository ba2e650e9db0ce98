import type { Locale, Role } from '../model.ts'

/** How a name is rendered in a language, over a story. */
export interface NameUse {
  readonly locale: Locale
  /** As the source has it. */
  readonly name: string
  /** The entry of the glossary that covers it, if one does. */
  readonly entry?: string
  /** One for each name in use, the most used first. */
  readonly renderings: readonly NameRendering[]
}

export interface NameRendering {
  readonly text: string
  readonly places: readonly NamePlace[]
}

/** Where a rendering stands. */
export interface NamePlace {
  readonly article: string
  /** The block. */
  readonly key: string
  readonly role: Role
  /** The words of the translation. */
  readonly words: string
}
