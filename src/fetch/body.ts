import type { IncomingMessage } from 'node:http'
import { pipeline } from 'node:stream/promises'
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib'
import { connectionFailure, failed, refused } from './fetch-error.ts'

/** What `Accept-Encoding` asks for; nothing else is unpacked. */
export const encodings = 'gzip, deflate, br'

/**
 * The body of an answer, unpacked. What grows over `maxBytes` is given up while it comes, so that
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
  if (Number(response.headers['content-length'] ?? 0) > maxBytes) {
    response.destroy()
    throw tooLarge()
  }
  const collect = async (source: AsyncIterable<Buffer>): Promise<Uint8Array> => {
    const chunks: Buffer[] = []
    let length = 0
    for await (const chunk of source) {
      length += chunk.length
      if (length > maxBytes) throw tooLarge()
      chunks.push(chunk)
    }
    return Buffer.concat(chunks)
  }
  try {
    const unpack = unpacker(url, response)
    return unpack === undefined
      ? await pipeline(response, collect, { signal })
      : await pipeline(response, unpack, collect, { signal })
  } catch (error) {
    response.destroy()
    throw signal.aborted ? signal.reason : connectionFailure(url, error)
  }
}

function unpacker(
  url: URL,
  { headers }: IncomingMessage,
): ReturnType<typeof createGunzip> | undefined {
  const encoding = (headers['content-encoding'] ?? '').trim().toLowerCase()
  if (encoding === '' || encoding === 'identity') return undefined
  if (encoding === 'gzip' || encoding === 'x-gzip') return createGunzip()
  if (encoding === 'deflate') return createInflate()
  if (encoding === 'br') return createBrotliDecompress()
  throw failed(url, `it is packed as "${encoding}", which was not asked for`, 'Tell the site.')
}
