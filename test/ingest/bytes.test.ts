import { describe, expect, it } from 'vitest'
import { decodeSource } from '../../src/ingest/bytes.ts'
import { formatError } from '../../src/errors.ts'

const encode = (text: string): Uint8Array => new TextEncoder().encode(text)

function utf16(text: string, isBigEndian: boolean): Uint8Array {
  const bytes = Buffer.from(`\ufeff${text}`, 'utf16le')
  return isBigEndian ? bytes.swap16() : bytes
}

function troubleOf(bytes: Uint8Array): string {
  try {
    decodeSource(bytes, 'flood.txt')
    return 'none'
  } catch (error) {
    return formatError(error)
  }
}

describe('decodeSource', () => {
  it('reads UTF-8 with and without a byte order mark', () => {
    expect(decodeSource(encode('\ufeffKyjiw 🚆\r\nЛьвів\rend'), 'a.txt')).toBe(
      'Kyjiw 🚆\nЛьвів\nend',
    )
  })

  it('reads UTF-16 with a byte order mark, in both orders', () => {
    expect(decodeSource(utf16('Привіт', false), 'a.txt')).toBe('Привіт')
    expect(decodeSource(utf16('Привіт', true), 'a.txt')).toBe('Привіт')
  })

  it('composes letters and accents', () => {
    expect(decodeSource(encode('Odessa\u0301'), 'a.txt')).toBe('Odess\u00e1')
  })

  it('says where a file stops being UTF-8 and how to mend it', () => {
    const latin1 = Uint8Array.from([...encode('Good \ufffd evening\nfrom Malm'), 0xf6, 0x20])
    const trouble = troubleOf(latin1)
    expect(trouble).toMatch(/^flood\.txt:2:10 /)
    expect(trouble).toContain('byte 0xF6 at byte offset 26')
    expect(trouble).toMatch(/iconv .*\[input\]$/)
  })

  it('finds a sequence that is cut off at the end', () => {
    expect(troubleOf(encode('Київ').subarray(0, 7))).toContain('byte offset 6')
  })

  it.each([
    ['a PDF', encode('%PDF-1.7\n1 0 obj'), /looks like a PDF file/],
    ['a DOCX', Uint8Array.from([0x50, 0x4b, 3, 4, 20, 0]), /Office document/],
    ['a NUL byte', encode('The river\0rose'), /NUL byte at byte offset 9/],
    ['UTF-16 without a mark', Buffer.from('The river rose', 'utf16le'), /UTF-16 without/],
    ['UTF-32', Uint8Array.from([0xff, 0xfe, 0, 0, 65, 0, 0, 0]), /NUL byte/],
    ['control characters', encode('\u0001\u0002\u0003\u0004abc'), /control characters/],
    ['an odd UTF-16 file', Uint8Array.from([0xff, 0xfe, 0x41]), /UTF-16LE but is not/],
    ['an empty file', encode(''), /empty: 0 bytes/],
    ['white space', encode('\ufeff \n\t\u200b\n'), /of white space/],
  ])('refuses %s', (_, bytes, message) => {
    const trouble = troubleOf(bytes)
    expect(trouble).toMatch(message)
    expect(trouble).toMatch(/^flood\.txt.*\[input\]$/)
  })

  it('refuses a file over 20 MB before it decodes it', () => {
    expect(troubleOf(new Uint8Array(20_000_001))).toContain('20000001 bytes')
  })
})
