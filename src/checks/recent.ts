/** As many sources as a run has under way; beyond, the memory starts anew. */
const limit = 20_000

/** Keeps what a function of a text gave: a source sentence is looked at once for each language. */
export function recent<T>(compute: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>()
  return (text) => {
    const found = known.get(text)
    if (found !== undefined) return found
    if (known.size >= limit) known.clear()
    const value = compute(text)
    known.set(text, value)
    return value
  }
}
