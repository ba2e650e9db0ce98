import type { Locale } from '../model.ts'

/** Longer than any browser writes; the header comes from strangers. */
const mostCharacters = 1000

/** The tags of an `Accept-Language` header, best first, without `*` and what the reader refuses. */
export function acceptedLanguages(header: string | null | undefined): readonly Locale[] {
  return (header ?? '')
    .slice(0, mostCharacters)
    .split(',')
    .map((part) => {
      const [tag = '', ...parameters] = part.split(';').map((piece) => piece.trim())
      const quality = parameters.find((parameter) => /^q=/i.test(parameter))?.slice(2)
      return { tag, quality: quality === undefined ? 1 : Number(quality) }
    })
    .filter(({ tag, quality }) => /^[a-z]{2,8}(?:-[a-z0-9]{1,8})*$/i.test(tag) && quality > 0)
    .sort((a, b) => b.quality - a.quality)
    .map(({ tag }) => tag)
}
