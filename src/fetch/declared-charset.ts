/** Where browsers look for `<meta charset>` (HTML Standard: the first 1024 bytes), and some more. */
const headBytes = 4096

/**
 * The encodings that a header and a document state, by their standard names, the header's first;
 * those that nothing can decode are left out.
 */
export function declaredCharsets(
  bytes: Uint8Array,
  contentType: string | undefined,
): readonly string[] {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, headBytes))
  const inDocument = xmlDeclaration.exec(head) ?? metaCharset.exec(head) ?? metaType.exec(head)
  const stated = [headerCharset.exec(contentType ?? '')?.[1], inDocument?.[1]]
  const known = stated.flatMap((label) => {
    const name = label === undefined ? undefined : standardName(label)
    return name === undefined ? [] : [name]
  })
  return [...new Set(known)]
}

const headerCharset = /;\s*charset\s*=\s*["']?([^\s"';]+)/i
const xmlDeclaration =
  /^(?:\xef\xbb\xbf)?\s*<\?xml\s[^>]{0,200}?encoding\s*=\s*["']([^"']{1,40})["']/i
const metaCharset = /<meta\s[^>]{0,200}?charset\s*=\s*["']?\s*([^\s"'>/;]{1,40})/i
const metaType =
  /<meta\s[^>]{0,300}?content\s*=\s*["'][^"'>]{0,100}?charset\s*=\s*([^\s"'>;]{1,40})/i

function standardName(label: string): string | undefined {
  try {
    const name = new TextDecoder(label).encoding
    // A document whose declaration can be read byte by byte is not UTF-16 (HTML Standard).
    return name.startsWith('utf-16') ? 'utf-8' : name
  } catch {
    return undefined
  }
}
