import { DeepLClient, GlossaryEntries, type MultilingualGlossaryInfo } from 'deepl-node'
import { BabelwireError } from '../errors.ts'

// deepl-node takes 170 ms to load: this file alone imports it, and is itself imported on first use.

/** Largest answer that is read: 50 texts of 100 KiB come back in well under 2 MiB. */
const maxAnswerBytes = 8 * 1024 * 1024

/** Where DeepL is and who asks. */
export interface DeeplConnection {
  readonly key: string
  readonly serverUrl?: string
  /** For one request from first to last byte. */
  readonly deadlineMs: number
}

/** What deepl-node drops of a reply: errors are told apart by it. */
export interface DeeplReply {
  readonly status: number
  readonly retryAfter: string | undefined
  readonly body: string
}

/** One language pair of a glossary at DeepL, in its codes. */
export interface DeeplDictionary {
  readonly source: string
  readonly target: string
  readonly entries: ReadonlyMap<string, string>
}

/**
 * deepl-node's client for one request, with the bounds it lacks: cancellation, a size limit for
 * the answer, no redirects (they would carry the key elsewhere) and no retries of its own.
 * @throws {BabelwireError} `engine` when this version of deepl-node has no place for them.
 */
export class BoundedClient extends DeepLClient {
  #reply: DeeplReply | undefined

  constructor(connection: DeeplConnection, signal: AbortSignal) {
    super(connection.key, {
      maxRetries: 0,
      // Idle time of the socket; the deadline of the whole request is the signal's.
      minTimeout: connection.deadlineMs + 1000,
      sendPlatformInfo: false,
      ...(connection.serverUrl === undefined ? {} : { serverUrl: connection.serverUrl }),
    })
    const http = this.httpClient
    if (typeof http?.prepareRequest !== 'function') throw unboundedClient()
    const prepare = http.prepareRequest.bind(http)
    http.prepareRequest = (...request) => ({
      ...prepare(...request),
      signal,
      maxRedirects: 0,
      maxContentLength: maxAnswerBytes,
      transformResponse: (body: unknown, headers, status) => {
        const retryAfter = headers.get('retry-after')
        this.#reply = {
          status: status ?? 0,
          retryAfter: typeof retryAfter === 'string' ? retryAfter : undefined,
          body: typeof body === 'string' ? body : '',
        }
        return body
      },
    })
  }

  /** The reply to the request, once there is one. */
  get reply(): DeeplReply | undefined {
    return this.#reply
  }

  /** Makes a glossary of several language pairs. */
  async makeGlossary(
    name: string,
    dictionaries: readonly DeeplDictionary[],
  ): Promise<MultilingualGlossaryInfo> {
    return this.createMultilingualGlossary(
      name,
      dictionaries.map(({ source, target, entries }) => ({
        sourceLangCode: source,
        targetLangCode: target,
        entries: new GlossaryEntries({ entries: Object.fromEntries(entries) }),
      })),
    )
  }

  /** The entries of one language pair of a glossary. */
  async readDictionary(
    glossary: string,
    source: string,
    target: string,
  ): Promise<ReadonlyMap<string, string>> {
    const read = await this.getMultilingualGlossaryDictionaryEntries(glossary, source, target)
    return new Map(Object.entries(read.entries.entries()))
  }
}

/** The error for a deepl-node whose requests cannot be bounded. */
export function unboundedClient(): BabelwireError {
  return new BabelwireError(
    'engine',
    'the installed deepl-node has no place for deadlines and size limits',
    { mend: 'Install deepl-node 1.28: npm install deepl-node@~1.28.0' },
  )
}
