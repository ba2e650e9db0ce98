/** A text in an encoding that TextEncoder does not write, by trying every one- and two-byte sequence. */
export function legacyBytes(text: string, charset: string): Uint8Array {
  const table = tableOf(charset)
  const bytes = Array.from(text).flatMap((letter) => {
    const found = table.get(letter)
    if (found === undefined) throw new Error(`"${letter}" is not in ${charset}`)
    return found
  })
  return Uint8Array.from(bytes)
}

const tables = new Map<string, ReadonlyMap<string, readonly number[]>>()

function tableOf(charset: string): ReadonlyMap<string, readonly number[]> {
  const made = tables.get(charset)
  if (made !== undefined) return made
  const table = new Map<string, readonly number[]>()
  const decoder = new TextDecoder(charset, { fatal: true })
  const add = (...bytes: readonly number[]): void => {
    try {
      const text = decoder.decode(Uint8Array.from(bytes))
      if (Array.from(text).length === 1 && !table.has(text)) table.set(text, bytes)
    } catch {
      // Not a letter of this encoding.
    }
  }
  for (let first = 0; first < 256; first++) add(first)
  for (let first = 0x81; first < 255; first++) {
    for (let second = 0x40; second < 255; second++) add(first, second)
  }
  tables.set(charset, table)
  return table
}
