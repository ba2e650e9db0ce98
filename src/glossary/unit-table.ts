/** Numbers of code units, by the unit. */
export interface UnitTable {
  /** To be read, after `prepare`, for the units of a prepared text: loops over them must be fast. */
  readonly values: Uint16Array
  /** Fills what the units of a text need. */
  readonly prepare: (text: string) => void
  /** The number of one unit; 0 outside of a text. */
  readonly of: (unit: number) => number
}

/** Units that are worked out together: an alphabet or two. */
const pageSize = 256

/**
 * A table of the basic plane that is filled a page at a time, when a text needs it: the whole would
 * cost every short command 50 ms.
 * @param valuesOf The numbers of the characters of a page.
 */
export function unitTable(
  valuesOf: (characters: string, first: number) => ArrayLike<number>,
): UnitTable {
  const values = new Uint16Array(0x10000)
  const isFilled = new Uint8Array(0x10000 / pageSize)
  const fill = (page: number): void => {
    const first = page * pageSize
    const units = Array.from({ length: pageSize }, (_, at) => first + at)
    values.set(valuesOf(String.fromCharCode(...units), first), first)
    isFilled[page] = 1
  }
  return {
    values,
    prepare: (text) => {
      for (let at = 0; at < text.length; at++) {
        const page = text.charCodeAt(at) >> 8
        if (isFilled[page] === 0) fill(page)
      }
    },
    of: (unit) => {
      if (isFilled[unit >> 8] === 0) fill(unit >> 8)
      return values[unit] ?? 0
    },
  }
}
