import { createHash } from 'node:crypto'
import { BabelwireError } from '../errors.ts'
import type { Source } from './reader.ts'
import { transliterate } from './transliteration.ts'

const idPattern = /^[a-z0-9][a-z0-9-]{0,99}$/
const longestId = 100
const hashLength = 8

/**
 * The id of an article: the one given, else from its file name, its address or its name, else
 * from its title. The same document gets the same id on each run.
 * @throws {BabelwireError} `usage` when the given id is not one.
 */
export function articleId(given: string | undefined, source: Source, title: string): string {
  if (given !== undefined) {
    if (idPattern.test(given)) return given
    throw new BabelwireError('usage', `"${given}" is not an article id`, {
      mend: 'Write 1 to 100 of a-z, 0-9 and "-", beginning with a letter or a digit.',
    })
  }
  const candidates = [fileStem(source.path), pathStem(source.url), fileStem(source.name), title]
  const stem = candidates.find((candidate) => /[\p{L}\p{N}]/u.test(candidate))
  return slug(stem ?? title)
}

/** A slug that is an id whatever the text: what cannot be written in ASCII becomes a hash. */
export function slug(text: string): string {
  const { ascii, isComplete } = transliterate(text)
  const words = ascii.replace(/['’]/g, '').replace(/[^a-z0-9]+/g, '-')
  const base = words.replace(/^-|-$/g, '')
  if (isComplete && base !== '' && base.length <= longestId) return base
  const hash = createHash('sha256').update(text.normalize('NFC')).digest('hex')
  const room = longestId - hashLength - 1
  const start = base.slice(0, room).replace(/-$/, '') || 'article'
  return `${start}-${hash.slice(0, hashLength)}`
}

function fileStem(path: string | undefined): string {
  const name = path?.split(/[/\\]/).findLast((part) => part !== '') ?? ''
  return name.replace(/\.[\p{L}\p{N}]{1,5}$/u, '')
}

/** The last part of the path of an address that says something: not `index.html`, not `amp`. */
export function pathStem(url: string | undefined): string {
  if (url === undefined || !URL.canParse(url)) return ''
  const { hostname, pathname } = new URL(url)
  const parts = pathname.split('/').map(decode).map(fileStem)
  const telling = (part: string): boolean =>
    part !== '' && !/^(?:index|default|amp|article|story|home)$/iu.test(part)
  return parts.findLast(telling) ?? hostname
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    return part
  }
}
