import { readdirSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import { buffer } from 'node:stream/consumers'
import PQueue from 'p-queue'
import { isAddress, type SourceChoice } from '../config.ts'
import { BabelwireError } from '../errors.ts'
import { decodeBytes, printableAddress } from '../fetch/index.ts'
import {
  checkLanguage,
  decodeSource,
  htmlReader,
  readDocument,
  type ReadOptions,
  type Source,
} from '../ingest/index.ts'
import type { Locale, Significance } from '../model.ts'
import type { FetchSource } from './fetched.ts'
import type { KnownFiles } from './known-files.ts'
import type { FailedSource, ReadSource } from './read-source.ts'

export type { FailedSource, ReadSource } from './read-source.ts'

/** Formats taken from a folder; a file that is named itself is read whatever its ending. */
const endings = new Set('.txt .html .htm .md .markdown .json .xml .nitf .rss .atom'.split(' '))

export interface SourceOptions extends Omit<ReadOptions, 'id' | 'fullText'> {
  /** Language of sources that declare none. */
  readonly locale: Locale
  /** The folder that names in messages are relative to. */
  readonly root: string
  /** How much new revisions change, whatever they say themselves. */
  readonly significance?: Significance
  /** Fetches addresses; without it they are refused. */
  readonly fetchSource?: FetchSource
  /** Files that were read before. */
  readonly knownFiles?: KnownFiles
  readonly signal?: AbortSignal
}

/** The files and addresses that sources mean: a folder stands for the articles in it, sorted by name. */
export function expandSources(given: readonly (string | SourceChoice)[]): readonly SourceChoice[] {
  return given.flatMap((one) => {
    const choice = typeof one === 'string' ? { at: one } : one
    const { at } = choice
    if (at === '-' || isAddress(at) || kindOf(at) !== 'folder') return [choice]
    return readdirSync(at)
      .filter((name) => endings.has(path.extname(name).toLowerCase()))
      .map((name) => path.join(at, name))
      .filter((file) => kindOf(file) === 'file')
      .sort()
      .map((file) => ({ at: file }))
  })
}

/**
 * Of two versions of one article, as a wire folder has them, the later one; at the same moment one
 * that is taken back.
 */
function newerOf(a: ReadSource, b: ReadSource): ReadSource {
  const moment = ({ article }: ReadSource): string => article.updated ?? article.published ?? ''
  const isBack = ({ status }: ReadSource): boolean => status === 'canceled' || status === 'withheld'
  if (moment(a) !== moment(b)) return moment(a) > moment(b) ? a : b
  return isBack(a) ? a : b
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

/** Addresses that are fetched at once. */
const fetchesAtOnce = 4

/** Reads sources; what cannot be read is listed, and two that claim one id are told apart. */
export async function readSources(
  choices: readonly (string | SourceChoice)[],
  options: SourceOptions,
): Promise<{ readonly read: readonly ReadSource[]; readonly failed: readonly FailedSource[] }> {
  const fetches = new PQueue({ concurrency: fetchesAtOnce })
  // A thousand files at once would all be in memory.
  const files = new PQueue({ concurrency: 1 })
  const found = await Promise.all(
    choices
      .map((one) => (typeof one === 'string' ? { at: one } : one))
      .map((choice) =>
        (isAddress(choice.at) ? fetches : files).add(() => readOne(choice, options)),
      ),
  )
  await options.knownFiles?.note()
  const read: ReadSource[] = []
  const failed: FailedSource[] = found.flatMap((result) => result.failed)
  for (const source of found.flatMap((result) => result.read)) {
    const at = read.findIndex(({ article }) => article.id === source.article.id)
    const owner = read[at]
    if (owner === undefined) read.push(source)
    else if (owner.hasOwnId === true && source.hasOwnId === true) read[at] = newerOf(owner, source)
    else
      failed.push({ name: source.name, error: sameId(source.name, source.article.id, owner.name) })
  }
  return { read, failed }
}

interface SourceResult {
  readonly isFeed?: boolean
  readonly read: readonly ReadSource[]
  readonly failed: readonly FailedSource[]
}

/** All articles of one source; its failure is listed. */
async function readOne(choice: SourceChoice, options: SourceOptions): Promise<SourceResult> {
  const { at } = choice
  const name =
    at === '-'
      ? 'standard input'
      : isAddress(at)
        ? printableAddress(at)
        : displayName(at, options.root)
  try {
    if (isAddress(at)) {
      const source = await fetcherOf(name, options)(at, options.signal)
      return await readArticles(source, choice, options)
    }
    if (at === '-') {
      const bytes = await buffer(process.stdin)
      return await readArticles({ name, text: textOf(bytes, name) }, choice, options)
    }
    return await readFile(name, choice, options)
  } catch (error) {
    if (!(error instanceof BabelwireError) || error.code === 'cancelled') throw error
    return { read: [], failed: [{ name, error }] }
  }
}

async function readFile(
  name: string,
  choice: SourceChoice,
  options: SourceOptions,
): Promise<SourceResult> {
  const { at } = choice
  const { knownFiles } = options
  const bytes = once(() => readBytes(at, name))
  const known = kindOf(at) === 'file' ? await knownFiles?.recall(name, at, bytes) : undefined
  if (known !== undefined) return { read: known, failed: [] }
  const source = { name, path: at, text: textOf(bytes(), name) }
  const result = await readArticles(source, choice, options)
  // A file of which a part failed is read again, and a feed, whose items may stand on other pages.
  if (result.failed.length === 0 && result.isFeed !== true)
    knownFiles?.read(name, at, bytes(), result.read)
  return result
}

async function readArticles(
  source: Source,
  { fullText }: SourceChoice,
  options: SourceOptions,
): Promise<SourceResult> {
  const { significance, signal } = options
  const readPage = async (link: string): Promise<ReturnType<typeof htmlReader.read>> =>
    htmlReader.read(await fetcherOf(source.name, options)(link, signal))
  const document = await readDocument(
    source,
    { ...options, ...(fullText === undefined ? {} : { fullText }) },
    options.fetchSource === undefined ? undefined : readPage,
  )
  const read: ReadSource[] = []
  for (const { article: found, ...rest } of document.articles) {
    const stated = significance === undefined ? found : { ...found, significance }
    const { article, warnings } = await checkLanguage(stated)
    read.push({ ...rest, article, ...(warnings.length === 0 ? {} : { warnings }) })
  }
  return { read, failed: document.failed, isFeed: document.isFeed }
}

function fetcherOf(name: string, { fetchSource }: SourceOptions): FetchSource {
  if (fetchSource !== undefined) return fetchSource
  throw new BabelwireError('input', 'addresses are not fetched here', {
    place: { file: name },
    mend: 'Save the page and give its file.',
  })
}

function textOf(bytes: Uint8Array, name: string): string {
  return decodeSource(bytes, name, (legacy) => decodeBytes(legacy, { name }).text)
}

function once<T>(work: () => T): () => T {
  let done: { readonly value: T } | undefined
  return () => (done ??= { value: work() }).value
}

function readBytes(file: string, name: string): Uint8Array {
  try {
    return readFileSync(file)
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    const why = code === 'ENOENT' ? 'there is no such file' : `cannot be read (${code ?? 'error'})`
    throw new BabelwireError('input', why, {
      place: { file: name },
      mend: 'Check the path; articles are files, folders or addresses.',
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
