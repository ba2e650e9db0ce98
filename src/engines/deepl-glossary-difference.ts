import type { DeeplCall } from './deepl-call.ts'
import type { DeeplDictionary } from './deepl-client.ts'
import { DeeplNotFoundError } from './deepl-errors.ts'

/** The first difference between a dictionary and what DeepL holds of it, in words. */
export async function findDifference(
  call: DeeplCall,
  glossary: string,
  { source, target, entries }: DeeplDictionary,
  signal?: AbortSignal,
): Promise<string | undefined> {
  let read: ReadonlyMap<string, string>
  try {
    read = await call((client) => client.readDictionary(glossary, source, target), signal)
  } catch (error) {
    if (error instanceof DeeplNotFoundError) return 'the dictionary is missing'
    throw error
  }
  for (const [term, rendering] of entries) {
    const found = read.get(term)?.normalize('NFC')
    if (found === undefined) return `"${term}" is missing`
    if (found !== rendering) return `"${term}" is "${shown(found)}", not "${rendering}"`
  }
  for (const term of read.keys()) {
    if (!entries.has(term)) return `"${shown(term)}" is there and was never sent`
  }
  return undefined
}

/** Foreign words on a terminal: short, on one line, without control characters. */
function shown(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ').slice(0, 100)
}
