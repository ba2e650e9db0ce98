/**
 * The body of a reply as text; nothing when it is larger than `maxBytes`, unpacked. What is larger is
 * not read on.
 */
export async function readBounded(
  response: Response,
  maxBytes: number,
): Promise<string | undefined> {
  if (response.body === null) return ''
  const decoder = new TextDecoder()
  let text = ''
  let length = 0
  // Leaving the loop early cancels the stream, and with it the connection.
  for await (const chunk of response.body as ReadableStream<Uint8Array>) {
    length += chunk.length
    if (length > maxBytes) return undefined
    text += decoder.decode(chunk, { stream: true })
  }
  return text + decoder.decode()
}
