import { BabelwireError } from '../errors.ts'
import { looksLikeJson, parseJson } from './json-place.ts'
import { kindOf } from './cms-json-pointer.ts'
import type { Reader, Source } from './reader.ts'

/** Refuses JSON that no other reader knows: read as plain text, its names would be translated and paid for. */
export const unknownJsonReader: Reader = {
  name: 'json',
  recognises: ({ name, path, text }: Source) =>
    looksLikeJson(text) && (/\.json$/i.test(path ?? name) || isJson(text)),
  read: (source: Source) => {
    const value = parseJson(source)
    const names =
      typeof value === 'object' && value !== null && !Array.isArray(value) ? Object.keys(value) : []
    const seen = names.length === 0 ? kindOf(value) : `an object of ${names.slice(0, 8).join(', ')}`
    throw new BabelwireError('input', `JSON of a format that is not known: ${seen}`, {
      place: { file: source.name },
      mend: 'Say under "cms-json" in babelwire.yaml where it has what.',
    })
  },
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text.replace(/^\ufeff/, ''))
    return true
  } catch {
    return false
  }
}
