import { BabelwireError } from '../errors.ts'
import { cancelledCall, deeplError } from './deepl-errors.ts'
import type { BoundedClient, DeeplConnection } from './deepl-client.ts'

/** One request to DeepL; what `ask` does with the client must be a single request. */
export type DeeplCall = <T>(
  ask: (client: BoundedClient) => Promise<T>,
  signal?: AbortSignal,
) => Promise<T>

/**
 * A function that makes single requests to DeepL: no retries, one deadline for all of it, and
 * errors that hold neither the key nor foreign objects.
 */
export function deeplCalls(connection: DeeplConnection, now: () => number): DeeplCall {
  const ownHost = connection.key.endsWith(':fx') ? 'api-free.deepl.com' : 'api.deepl.com'
  const host = connection.serverUrl === undefined ? ownHost : new URL(connection.serverUrl).host
  return async (ask, signal) => {
    const { BoundedClient, unboundedClient } = await import('./deepl-client.ts')
    if (signal?.aborted) throw cancelledCall()
    const abort = new AbortController()
    const client = new BoundedClient(connection, abort.signal)
    const cancel = (): void => abort.abort()
    let isLate = false
    const timer = setTimeout(() => {
      isLate = true
      abort.abort()
    }, connection.deadlineMs)
    signal?.addEventListener('abort', cancel, { once: true })
    const failed = (error: unknown): BabelwireError => {
      const { key, deadlineMs } = connection
      return deeplError(error, { key, host, deadlineMs, isLate, reply: client.reply, now: now() })
    }
    try {
      const result = await ask(client)
      // A client that goes round `prepareRequest` has no bounds.
      if (client.reply === undefined) throw unboundedClient()
      // deepl-node takes a redirect for a success.
      if (client.reply.status >= 300) throw failed(undefined)
      return result
    } catch (error) {
      if (error instanceof BabelwireError) throw error
      if (signal?.aborted) throw cancelledCall()
      throw failed(error)
    } finally {
      clearTimeout(timer)
      signal?.removeEventListener('abort', cancel)
    }
  }
}
