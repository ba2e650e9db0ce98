import path from 'node:path'
import { writeAtomic } from '../bundle/index.ts'

/** Writes the files of a build, several at once: each waits for the disk. */
export interface PageWriter {
  /** A page, by its path on the site; waits while too much is under way. */
  page(at: string, html: string): Promise<void>
  /** Says that a page of an earlier build stays. */
  keep(at: string): void
  file(at: string, content: string): Promise<void>
  /** Waits for all that is under way. @throws what the first failing write threw. */
  flush(): Promise<void>
  readonly pages: ReadonlySet<string>
  /** How many files changed. */
  written(): number
}

const atOnce = 16

export function openPageWriter(out: string): PageWriter {
  const pages = new Set<string>()
  const underWay = new Set<Promise<void>>()
  let count = 0
  let failure: { readonly error: unknown } | undefined
  const check = (): void => {
    if (failure !== undefined) throw failure.error
  }
  const file = async (at: string, content: string): Promise<void> => {
    while (underWay.size >= atOnce) await Promise.race(underWay)
    check()
    const write = writeAtomic(out, path.join(out, at), content)
      .then((isWritten) => void (count += isWritten ? 1 : 0))
      .catch((error: unknown) => void (failure ??= { error }))
      .finally(() => underWay.delete(write))
    underWay.add(write)
  }
  return {
    pages,
    file,
    page: async (at, html) => {
      pages.add(at)
      await file(`${at}index.html`, html)
    },
    keep: (at) => void pages.add(at),
    flush: async () => {
      await Promise.all(underWay)
      check()
    },
    written: () => count,
  }
}
