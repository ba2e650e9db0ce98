import { BabelwireError } from '../errors.ts'
import { isBusy } from './storage-error.ts'

/**
 * SQLSTATE classes and codes of trouble that ends by itself: the connection was lost (08), the server stops
 * or starts (57P01 to 57P03), has no connection or memory left (53300, 53200), or two transactions met.
 * https://www.postgresql.org/docs/current/errcodes-appendix.html
 */
const passingState = /^(?:08...|57P0[123]|53[23]00|40001|40P01|55P03)$/

const passingSystemCodes: ReadonlySet<unknown> = new Set([
  ...['ECONNREFUSED', 'ECONNRESET', 'ECONNABORTED', 'EPIPE', 'ETIMEDOUT', 'EHOSTUNREACH'],
  ...['ENETUNREACH', 'EHOSTDOWN', 'ENETDOWN', 'EAI_AGAIN', 'ENOTFOUND'],
])

/** What the library says without a code. */
const passingWords =
  /connection terminated|timeout exceeded when trying to connect|timeout expired|query read timeout|connection error and is not queryable|client was closed/i

/** Whether trouble with the store may be over when the same is tried later: nothing has to be mended. */
export function isPassing(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  // What engines and sources suffer is not the store's to judge.
  if (error instanceof BabelwireError && error.code !== 'storage') return false
  if (isBusy(error) || passingWords.test(error.message)) return true
  const code = codeOf(error)
  if (code !== undefined && (passingState.test(code) || passingSystemCodes.has(code))) return true
  // A host with several addresses fails once for each.
  if (error instanceof AggregateError) return error.errors.some(isPassing)
  return isPassing(error.cause)
}

/** The SQLSTATE or the system's name of an error. */
export function codeOf(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error ? String(error.code) : undefined
}
