/** As much of `fetch` as is used here: any server's or test's own will do. */
export type Fetch = (
  address: string,
  options?: { readonly signal?: AbortSignal },
) => Promise<{
  readonly ok: boolean
  readonly status: number
  readonly json: () => Promise<unknown>
}>

/** A file could not be loaded or understood; `status` is 200 where it could not be understood. */
export class LoadError extends Error {
  readonly address: string
  readonly status: number | undefined

  constructor(address: string, what: string, status?: number, cause?: unknown) {
    super(`${address}: ${what}`, cause === undefined ? undefined : { cause })
    this.name = 'LoadError'
    this.address = address
    this.status = status
  }
}

/** The JSON at an address; nothing where there is none (404) or none any more (410). */
export async function fetchJson<T>(
  address: string,
  isExpected: (value: unknown) => value is T,
  fetch: Fetch,
  signal?: AbortSignal,
): Promise<T | undefined> {
  let response: Awaited<ReturnType<Fetch>>
  try {
    response = await fetch(address, signal === undefined ? {} : { signal })
  } catch (cause) {
    if (signal?.aborted === true) throw cause
    throw new LoadError(address, 'the server cannot be reached', undefined, cause)
  }
  const { ok, status } = response
  if (status === 404 || status === 410) return undefined
  if (!ok) throw new LoadError(address, `the server answered ${status}`, status)
  let value: unknown
  try {
    value = await response.json()
  } catch (cause) {
    throw new LoadError(address, 'this is not JSON', status, cause)
  }
  if (!isExpected(value)) throw new LoadError(address, 'this is not the expected file', status)
  return value
}
