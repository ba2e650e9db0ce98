import { setTimeout as sleep } from 'node:timers/promises'
import type { PoolClient, QueryResult } from 'pg'
import { BabelwireError } from '../errors.ts'
import type { Statement } from './database.ts'
import { isPassing } from './passing.ts'
import type { PostgresPool } from './postgres-pool.ts'

/** How often a transaction is begun anew that PostgreSQL gave up or whose connection was lost. */
const maxTries = 6
/** How many statements are on their way at once. */
const groupSize = 200

/** A transaction failed; `isSettled` when it certainly left nothing behind. */
interface Failure {
  readonly error: unknown
  readonly isSettled: boolean
}

/**
 * Runs the statements in one transaction, again where it failed for a reason that passes and certainly left
 * nothing behind. That is not known once COMMIT was sent and the connection lost: the caller hears of it.
 * @returns whether they were done; false where one that must change a row changed none.
 */
export async function transactPostgres(
  pool: PostgresPool,
  statements: readonly Statement[],
): Promise<boolean> {
  for (let tries = 1; ; tries++) {
    const result = await tryOnce(await pool.connect(), statements)
    if (typeof result === 'boolean') return result
    const { error, isSettled } = result
    if (!isSettled || tries === maxTries || !isPassing(error)) throw error
    await sleep(10 * 2 ** tries)
  }
}

async function tryOnce(
  client: PoolClient,
  statements: readonly Statement[],
): Promise<boolean | Failure> {
  let isCommitting = false
  try {
    // Waited for: after a BEGIN that failed each statement would be a transaction of its own.
    await client.query('BEGIN')
    for (let from = 0; from < statements.length; from += groupSize) {
      if (await runGroup(client, statements.slice(from, from + groupSize))) continue
      await client.query('ROLLBACK')
      client.release()
      return false
    }
    isCommitting = true
    await client.query('COMMIT')
    client.release()
    return true
  } catch (error) {
    // The server takes back what a connection leaves open.
    client.release(true)
    return { error, isSettled: !isCommitting || isRefusal(error) }
  }
}

/** Whether every statement that must change a row did. */
async function runGroup(client: PoolClient, statements: readonly Statement[]): Promise<boolean> {
  const results = await Promise.allSettled(
    statements.map(({ sql, params }) => client.query(sql, [...(params ?? [])])),
  )
  // What follows the first failure says only that the transaction is aborted.
  const failed = results.find((result) => result.status === 'rejected')
  if (failed !== undefined) throw failed.reason
  return results.every((result, index) => {
    const { rowCount } = (result as PromiseFulfilledResult<QueryResult>).value
    return statements[index]?.mustChange !== true || (rowCount ?? 0) > 0
  })
}

/** A COMMIT that two transactions met in was refused, so nothing was stored. */
function isRefusal(error: unknown): boolean {
  return error instanceof Error && 'code' in error && /^40/.test(String(error.code))
}

/** @throws {BabelwireError} `storage` for the one character that PostgreSQL cannot store in a text. */
export function refuseNul(params: Statement['params'] = []): void {
  const text = params.find((value) => typeof value === 'string' && value.includes('\u0000'))
  if (typeof text !== 'string') return
  const start = text.slice(0, 40).replaceAll('\u0000', '\\u0000')
  throw new BabelwireError('storage', `PostgreSQL cannot store the character U+0000: "${start}"`, {
    mend: 'Take it out of the source of this text.',
  })
}
