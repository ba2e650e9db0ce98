import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formatError } from '../../src/errors.ts'
import { ninjsReader } from '../../src/ingest/ninjs.ts'
import { parseJson } from '../../src/ingest/json-place.ts'

function faultOf(text: string): string {
  try {
    ninjsReader.read({ name: 'item.json', text })
  } catch (error) {
    return formatError(error)
  }
  throw new Error('it was read')
}

describe('malformed JSON', () => {
  it.each([
    [
      'a comma too many',
      '{\n  "uri": "urn:wire:1",\n}',
      'item.json:3:1  not JSON: "}" after a comma  Remove the comma before it.  [input]',
    ],
    [
      'a comma too few',
      '{\n  "uri": "urn:wire:1"\n  "by": "Ганна"\n}',
      'item.json:3:3  not JSON: """ where a comma or the end should be  Write a comma between two values, and \\" for a " in a text.  [input]',
    ],
    [
      'a value that is missing',
      '{"by": "林晓雨", "uri": }',
      'item.json:1:22  not JSON: "}" where a value should be  Write a value there.  [input]',
    ],
    [
      'a line end in a text',
      '{"headline": "渡轮\n复航"}',
      'item.json:1:14  not JSON: a text is not closed, or has a control character in it  Close it with ", and write a line end in a text as \\n and a backslash as \\\\.  [input]',
    ],
    [
      'a file that is cut off',
      '{"uri": "urn:wire:1", "bodies": [{',
      'item.json:1:35  not JSON: it ends before its "}"  Give the whole file: it may be cut off.  [input]',
    ],
    [
      'two documents',
      '{"uri": "urn:wire:1"}\n{"uri": "urn:wire:2"}',
      'item.json:2:1  not JSON: "{" after the end  Give one JSON document in one file.  [input]',
    ],
    [
      'a name without marks',
      '{uri: "urn:wire:1"}',
      'item.json:1:2  not JSON: "u" where a name in "" should be  Write a name in "" there.  [input]',
    ],
  ])('names the place of %s and how to mend it', (_, text, message) => {
    expect(faultOf(text)).toBe(message)
  })

  it('is found at the end of a cut text, wherever it is cut', () => {
    fc.assert(
      fc.property(fc.json({ maxDepth: 4 }), fc.nat(), (json, at) => {
        const cut = json.slice(0, at % Math.max(1, json.length))
        try {
          JSON.parse(cut)
        } catch {
          expect(() => parseJson({ name: 'cut.json', text: cut })).toThrow(/^not JSON: /)
        }
      }),
    )
  })

  it('is refused in time when its texts are long and its lists are deep', () => {
    expect(faultOf(`{"headline": "${'\\u0041 '.repeat(500_000)}`)).toContain('item.json:1:14')
    expect(faultOf('['.repeat(200_000))).toContain('it ends before its "]"')
  })
})
