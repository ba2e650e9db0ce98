import { BabelwireError, type ErrorCode, type ErrorDetails } from '../errors.ts'

/** What a runner needs to know of a failed fetch beside the message. */
export interface FetchFailure {
  /** The status of the answer, where there was one. */
  readonly status?: number
  /** How long the site asks to be left alone. */
  readonly retryAfterMs?: number
}

/** Trouble with an address: `network` where another try may help, `input` where it is refused. */
export class FetchError extends BabelwireError {
  readonly status: number | undefined
  readonly retryAfterMs: number | undefined

  constructor(
    code: ErrorCode,
    message: string,
    details: ErrorDetails,
    { status, retryAfterMs }: FetchFailure = {},
  ) {
    super(code, message, details)
    this.name = 'FetchError'
    this.status = status
    this.retryAfterMs = retryAfterMs
  }
}

/** An address for messages: without a name, a password and a fragment, the values of its query hidden. */
export function printableUrl(url: URL): string {
  const query = [...url.searchParams.keys()].map((name) => `${encodeURIComponent(name)}=…`)
  const search = query.length === 0 ? '' : `?${query.join('&')}`
  return `${url.protocol}//${url.host}${url.pathname}${search}`
}

/** An address that is not fetched, whatever it may hold. */
export function refused(url: URL | string, what: string, mend: string): FetchError {
  const file = typeof url === 'string' ? maskedText(url) : printableUrl(url)
  return new FetchError('input', what, { place: { file }, mend })
}

/** What cannot be parsed is shown up to its query, without what may be a password. */
/** An address for messages: no password, and no values of its query, which may be keys. */
export function printableAddress(address: string): string {
  return URL.canParse(address) ? printableUrl(new URL(address)) : maskedText(address)
}

function maskedText(text: string): string {
  return text.replace(/\?.*$/su, '?…').replace(/\/\/[^/@]*@/u, '//')
}

/** A site that does not answer as it should. */
export function failed(url: URL, what: string, mend: string, failure?: FetchFailure): FetchError {
  return new FetchError('network', what, { place: { file: printableUrl(url) }, mend }, failure)
}

const tryLater = 'Try again later; the next run does.'

/** The first code or name that matches says what is wrong; of foreign errors nothing else is kept. */
const causes: readonly (readonly [RegExp, string, string])[] = [
  [/^ENOTFOUND$/, 'there is no such host', 'Check the address.'],
  [/^EAI_/, 'the name of the host cannot be looked up', 'Check the network of this machine.'],
  [/^ECONNREFUSED$/, 'the host refuses the connection', tryLater],
  [/^E(?:HOST|NET)UNREACH$/, 'the host cannot be reached', 'Check the network of this machine.'],
  [
    /CERT|SELF_SIGNED|UNABLE_TO_|^ERR_TLS|^ERR_SSL|^EPROTO$/,
    'the certificate or the encryption of the host is not valid',
    'Tell the site; a page whose sender is not sure is not read.',
  ],
  [/^HPE_/, 'the answer is not valid HTTP', 'Open the address in a browser, and tell the site.'],
  [
    /^Z_|^ERR__ERROR|^ERR_BROTLI|^ERR_ZSTD/,
    'the answer is compressed, and broken',
    'Tell the site, or save the page and give its file.',
  ],
  [
    /^(?:ECONNRESET|EPIPE|ECONNABORTED|ERR_STREAM_PREMATURE_CLOSE)$/,
    'the answer broke off',
    tryLater,
  ],
  [/^ETIMEDOUT$/, 'the host does not answer', tryLater],
]

/** The failure that a broken connection is, without anything of the foreign error but its code. */
export function connectionFailure(url: URL, error: unknown): FetchError {
  if (error instanceof FetchError) return error
  const code = String((error as NodeJS.ErrnoException).code ?? 'error')
  const found = causes.find(([pattern]) => pattern.test(code))
  return failed(url, `${found?.[1] ?? 'it cannot be fetched'} (${code})`, found?.[2] ?? tryLater)
}
