import type { IncomingMessage } from 'node:http'
import { pipeline } from 'node:stream/promises'
import { promisify } from 'node:util'
import { brotliDecompress, gunzip, inflate } from 'node:zlib'
import { connectionFailure, failed, refused } from './fetch-error.ts'

/** What `Accept-Encoding` asks for; nothing else is unpacked. */
export const encodings = 'gzip, deflate, br'

/**
 * The body of an answer, unpacked. What grows over `maxBytes`, packed or unpacked, is given up, so that
 * neither an endless body nor a few bytes that unpack to gigabytes fill the memory.
 * @throws {FetchError} `input` when it is too large, `network` when it breaks off.
 */
export async function readBody(
  url: URL,
  response: IncomingMessage,
  maxBytes: number,
  signal: AbortSignal,
): Promise<Uint8Array> {
  const tooLarge = (): Error =>
    refused(url, `more than ${maxBytes} bytes`, 'Give the page of one article, or a shorter feed.')
  const unpack = unpacker(url, response)
  // A small body may be longer packed than unpacked.
  const most = unpack === undefined ? maxBytes : maxBytes + 1024
  if (Number(response.headers['content-length'] ?? 0) > most) {
    response.destroy()
    throw tooLarge()
  }
  const collect = async (source: AsyncIterable<Buffer>): Promise<Uint8Array> => {
    const chunks: Buffer[] = []
    let length = 0
    for await (const chunk of source) {
      length += chunk.length
      if (length > most) throw tooLarge()
      chunks.push(chunk)
    }
    return Buffer.concat(chunks)
  }
  let packed: Uint8Array
  try {
    packed = await pipeline(response, collect, { signal })
  } catch (error) {
    response.destroy()
    throw signal.aborted ? signal.reason : connectionFailure(url, error)
  }
  if (unpack === undefined) return packed
  try {
    // Not in the pipeline: one that is given up while zlib still writes may never end.
    return await unpack(packed, { maxOutputLength: maxBytes })
  } catch (error) {
    const isLarge = (error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE'
    throw isLarge ? tooLarge() : connectionFailure(url, error)
  }
}

/** Unpacks a whole body at once. */
type Unpack = (
  packed: Uint8Array,
  options: { readonly maxOutputLength: number },
) => Promise<Uint8Array>

function unpacker(url: URL, { headers }: IncomingMessage): Unpack | undefined {
  const encoding = (headers['content-encoding'] ?? '').trim().toLowerCase()
  if (encoding === '' || encoding === 'identity') return undefined
  if (encoding === 'gzip' || encoding === 'x-gzip') return promisify(gunzip)
  if (encoding === 'deflate') return promisify(inflate)
  if (encoding === 'br') return promisify(brotliDecompress)
  throw failed(url, `it is packed as "${encoding}", which was not asked for`, 'Tell the site.')
}
