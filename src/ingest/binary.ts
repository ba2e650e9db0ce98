const magic: readonly (readonly [string, readonly number[]])[] = [
  ['a PDF file', [0x25, 0x50, 0x44, 0x46, 0x2d]],
  ['a ZIP archive or an Office document', [0x50, 0x4b, 0x03, 0x04]],
  ['a gzip archive', [0x1f, 0x8b]],
  ['a PNG picture', [0x89, 0x50, 0x4e, 0x47]],
  ['a JPEG picture', [0xff, 0xd8, 0xff]],
]

/** More control characters than this share are data; terminal recordings have fewer. */
const mostControls = 0.02

/** What a binary file seems to be, with where it shows; nothing for text. */
export function describeBinary(bytes: Uint8Array): string | undefined {
  for (const [what, start] of magic) {
    if (start.every((byte, index) => bytes[index] === byte)) return `looks like ${what}`
  }
  const nul = bytes.indexOf(0)
  if (nul !== -1) {
    const hint = looksLikeUtf16(bytes) ? ', looks like UTF-16 without a byte order mark' : ''
    return `a NUL byte at byte offset ${nul}${hint}`
  }
  const sample = bytes.subarray(0, 65_536)
  const controls = sample.filter((byte) => byte < 0x20 && !(byte >= 0x09 && byte <= 0x0d)).length
  return controls > Math.max(1, sample.length * mostControls)
    ? `${controls} control characters in the first ${sample.length} bytes`
    : undefined
}

/** Every other byte of Latin text in UTF-16 is NUL. */
function looksLikeUtf16(bytes: Uint8Array): boolean {
  const sample = bytes.subarray(0, 1024)
  let even = 0
  let odd = 0
  for (const [index, byte] of sample.entries()) {
    if (byte !== 0) continue
    if (index % 2 === 0) even++
    else odd++
  }
  return Math.max(even, odd) > sample.length * 0.3 && Math.min(even, odd) < sample.length * 0.05
}
