/** A hash table of 32-bit keys and the numbers kept for them, in one typed array. */
export interface HashTable {
  /** The number kept for a key; -1 for a key that is not there. */
  readonly get: (key: number) => number
  /** Keeps a number, 0 or more, for a key. */
  readonly set: (key: number, value: number) => void
}

/** At least half of the slots stay free, so that a search ends after one or two looks. */
const slotsPerKey = 2

/** An empty table; it doubles as it fills. */
export function hashTable(): HashTable {
  // Key and value side by side: one look into memory. A value is kept one higher, 0 is a free slot.
  let slots = new Int32Array(2 * 256)
  let shift = 24
  let size = 0
  const slotOf = (key: number): number => {
    const last = slots.length - 2
    let slot = (scatter(key) >>> shift) << 1
    while (slots[slot + 1] !== 0 && slots[slot] !== key) slot = (slot + 2) & last
    return slot
  }
  const grow = (): void => {
    const old = slots
    slots = new Int32Array(2 * old.length)
    shift--
    for (let slot = 0; slot < old.length; slot += 2) {
      const value = old[slot + 1] ?? 0
      if (value === 0) continue
      const key = old[slot] ?? 0
      const free = slotOf(key)
      slots[free] = key
      slots[free + 1] = value
    }
  }
  return {
    get: (key) => (slots[slotOf(key) + 1] ?? 0) - 1,
    set: (key, value) => {
      const slot = slotOf(key)
      if (slots[slot + 1] === 0) size++
      slots[slot] = key
      slots[slot + 1] = value + 1
      if (size * slotsPerKey * 2 > slots.length) grow()
    },
  }
}

/** The high bits decide about the slot; multiplying carries all bits up to them. */
function scatter(key: number): number {
  return Math.imul(key ^ (key >>> 15), 0x9e3779b1)
}
