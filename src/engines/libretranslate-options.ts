import { BabelwireError } from '../errors.ts'

/** How the LibreTranslate engine is set up. */
export interface LibreTranslateOptions {
  /** Address of the server. */
  readonly url: string
  /** Only of servers that ask for one. */
  readonly key?: string | undefined
  readonly isPaid?: boolean
  /** Requests in flight at once; 4 if absent. */
  readonly concurrency?: number
  /** Milliseconds since 1970. */
  readonly now?: () => number
}

/**
 * The address without a slash at its end, the key without white space round it.
 * @throws {BabelwireError} `config` or `auth` when they cannot work.
 */
export function checkServer({ url: written, key = '' }: LibreTranslateOptions): {
  readonly url: string
  readonly key: string
} {
  const url = URL.parse(written.trim())
  const isHttp = url?.protocol === 'https:' || url?.protocol === 'http:'
  // fetch takes no address with a user name, and shows it in its error.
  const isPlain = url?.username === '' && url.password === '' && url.search === ''
  if (url === null || !isHttp || !isPlain) {
    throw new BabelwireError(
      'config',
      'the address of the LibreTranslate server is not one of http or https',
      {
        mend: 'Write LIBRETRANSLATE_URL or engines.libretranslate.url as https://host, without a user name.',
      },
    )
  }
  const trimmed = key.trim()
  if (!/^[\x21-\x7e]*$/.test(trimmed)) {
    throw new BabelwireError('auth', 'the LibreTranslate key holds characters that no key has', {
      mend: 'Set LIBRETRANSLATE_API_KEY to the key that the operator of the server gave you.',
    })
  }
  url.hash = ''
  return { url: url.href.replace(/\/+$/, ''), key: trimmed }
}
