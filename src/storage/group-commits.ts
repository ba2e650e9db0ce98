import type { Statement } from './database.ts'

interface Waiting {
  readonly statements: readonly Statement[]
  readonly resolve: () => void
  readonly reject: (error: unknown) => void
}

/** Batches on their way into one transaction. */
export interface CommitGroup {
  /** Resolves when the statements are committed. */
  add(statements: readonly Statement[]): Promise<void>
  /** Commits what waits, now. */
  flush(): void
}

/**
 * Commits batches that arrive in one turn of the event loop together, since a commit costs more than
 * what is in it. Where the group fails each batch is tried alone: one keeps its own failure.
 */
export function groupCommits(transact: (statements: readonly Statement[]) => void): CommitGroup {
  let waiting: Waiting[] = []
  const commit = (group: readonly Waiting[]): void => {
    try {
      transact(group.flatMap(({ statements }) => statements))
    } catch (error) {
      if (group.length > 1) for (const one of group) commit([one])
      else group[0]?.reject(error)
      return
    }
    for (const { resolve } of group) resolve()
  }
  const flush = (): void => {
    const group = waiting
    waiting = []
    if (group.length > 0) commit(group)
  }
  return {
    flush,
    add: (statements) => {
      if (statements.length === 0) return Promise.resolve()
      return new Promise((resolve, reject) => {
        waiting.push({ statements, resolve, reject })
        if (waiting.length === 1) setImmediate(flush)
      })
    },
  }
}
