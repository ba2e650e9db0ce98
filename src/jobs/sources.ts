import { readdirSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import { buffer } from 'node:stream/consumers'
import { BabelwireError } from '../errors.ts'
import { decodeSource, readArticle } from '../ingest/index.ts'
import type { Article, LeftOut, Locale } from '../model.ts'

/** Formats taken from a folder; a file that is named itself is read whatever its ending. */
const endings = new Set(['.txt', '.html', '.htm'])

/** An article as read, with the lines of its source that are not the article. */
export interface ReadSource {
  readonly name: string
  readonly article: Article
  readonly leftOut: readonly LeftOut[]
  /** Whether its source lets it be used; absent where it does not say. */
  readonly status?: 'usable' | 'withheld' | 'canceled'
}

/** A source that could not be read: one failed article, not a failed run. */
export interface FailedSource {
  readonly name: string
  readonly error: BabelwireError
}

export interface SourceOptions {
  /** Language of sources that declare none. */
  readonly locale: Locale
  /** Language of all sources, whatever they declare. */
  readonly from?: Locale
  readonly format?: string
  /** The folder that names in messages are relative to. */
  readonly root: string
}

/** The files that paths mean: a folder stands for the articles in it, sorted by name. */
export function expandSources(paths: readonly string[]): readonly string[] {
  return paths.flatMap((given) => {
    if (given === '-' || kindOf(given) !== 'folder') return [given]
    return readdirSync(given)
      .filter((name) => endings.has(path.extname(name).toLowerCase()))
      .map((name) => path.join(given, name))
      .filter((file) => kindOf(file) === 'file')
      .sort()
  })
}

/** What a path is in the end, links followed; what cannot be looked at is for the reader to report. */
function kindOf(given: string): 'file' | 'folder' | undefined {
  try {
    const found = statSync(given)
    return found.isDirectory() ? 'folder' : found.isFile() ? 'file' : undefined
  } catch {
    return undefined
  }
}

/** Reads sources; what cannot be read is listed, and two that claim one id are told apart. */
export async function readSources(
  names: readonly string[],
  options: SourceOptions,
): Promise<{ readonly read: readonly ReadSource[]; readonly failed: readonly FailedSource[] }> {
  const read: ReadSource[] = []
  const failed: FailedSource[] = []
  const owners = new Map<string, string>()
  for (const file of names) {
    const name = file === '-' ? 'standard input' : displayName(file, options.root)
    try {
      const source = await readOne(file, name, options)
      const owner = owners.get(source.article.id)
      if (owner !== undefined) throw sameId(name, source.article.id, owner)
      owners.set(source.article.id, name)
      read.push(source)
    } catch (error) {
      if (!(error instanceof BabelwireError)) throw error
      failed.push({ name, error })
    }
  }
  return { read, failed }
}

async function readOne(
  file: string,
  name: string,
  { locale, from, format }: SourceOptions,
): Promise<ReadSource> {
  if (/^https?:/i.test(file)) {
    throw new BabelwireError('input', 'addresses are not fetched yet', {
      place: { file: name },
      mend: 'Save the page and give its file, or pipe it in with "-".',
    })
  }
  const bytes = file === '-' ? await buffer(process.stdin) : readBytes(file, name)
  const source = { name, text: decodeSource(bytes, name), ...(file === '-' ? {} : { path: file }) }
  return {
    name,
    ...readArticle(source, {
      locale,
      ...(from === undefined ? {} : { from }),
      ...(format === undefined ? {} : { format }),
    }),
  }
}

function readBytes(file: string, name: string): Uint8Array {
  try {
    return readFileSync(file)
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    const why = code === 'ENOENT' ? 'there is no such file' : `cannot be read (${code ?? 'error'})`
    throw new BabelwireError('input', why, {
      place: { file: name },
      mend: 'Check the path; articles are files or folders of .txt and .html.',
      cause: error,
    })
  }
}

/** Relative to where the command works, when that is shorter. */
function displayName(file: string, root: string): string {
  const relative = path.relative(root, file)
  return relative.length < file.length ? relative : file
}

function sameId(name: string, id: string, owner: string): BabelwireError {
  return new BabelwireError('input', `its article id "${id}" is that of ${owner}`, {
    place: { file: name },
    mend: 'Rename one of the two files.',
  })
}
