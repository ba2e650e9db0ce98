import type { Formality, ModelType } from 'deepl-node'
import { BabelwireError } from '../errors.ts'

/** How the DeepL engine is set up. */
export interface DeeplOptions {
  readonly key: string
  /** Another address than DeepL's own, for its mock server or a proxy. */
  readonly serverUrl?: string | undefined
  /** Sent only for targets that DeepL lists as supporting it. */
  readonly formality?: Formality | undefined
  readonly model?: ModelType | undefined
  /** For one request from first to last byte; 60,000 if absent. */
  readonly deadlineMs?: number | undefined
  /** Milliseconds since 1970. */
  readonly now?: () => number
}

/**
 * The key without white space around it.
 * @throws {BabelwireError} `auth` when it cannot be a key.
 */
export function checkKey(key: string): string {
  const trimmed = key.trim()
  // Anything else cannot stand in a header, and the error of the client would show it.
  if (/^[\x21-\x7e]+$/.test(trimmed)) return trimmed
  const what = trimmed === '' ? 'is empty' : 'holds characters that no key has'
  throw new BabelwireError('auth', `the DeepL key ${what}`, {
    mend: 'Set DEEPL_AUTH_KEY to the key shown in your DeepL account, under API keys.',
  })
}

/**
 * The address without a slash at the end; nothing means DeepL's own.
 * @throws {BabelwireError} `config` when it is not an address of http or https.
 */
export function checkServerUrl(written: string | undefined): string | undefined {
  if (written === undefined || written.trim() === '') return undefined
  const url = URL.parse(written.trim())
  const isHttp = url?.protocol === 'https:' || url?.protocol === 'http:'
  // A user name in the address would take the place of the key.
  if (url !== null && isHttp && url.username === '' && url.password === '') {
    return url.href.replace(/\/+$/, '')
  }
  throw new BabelwireError(
    'config',
    'the address of the DeepL server is not one of http or https',
    {
      mend: 'Write DEEPL_SERVER_URL as https://host, without a user name, or leave it out.',
    },
  )
}
