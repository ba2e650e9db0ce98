/** What a code unit is worth in a table, by its number; 0 outside of a text. */
export type UnitTable = (unit: number) => number

/** Units that are worked out together: an alphabet or two. */
const pageSize = 256

/**
 * A table of the basic plane that is filled when a text needs it, a page at a time: the whole would
 * cost every short command 50 ms.
 * @param valuesOf The numbers of the characters of a page, none of them `unknown`.
 */
export function unitTable(
  unknown: number,
  valuesOf: (characters: string, first: number) => ArrayLike<number>,
): UnitTable {
  const table = new Uint16Array(0x10000).fill(unknown)
  const fill = (unit: number): number => {
    const first = unit - (unit % pageSize)
    const units = Array.from({ length: pageSize }, (_, at) => first + at)
    table.set(valuesOf(String.fromCharCode(...units), first), first)
    return table[unit] ?? 0
  }
  return (unit) => {
    const known = table[unit] ?? 0
    return known === unknown ? fill(unit) : known
  }
}
