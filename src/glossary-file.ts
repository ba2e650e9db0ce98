import { readFileSync } from 'node:fs'
import { BabelwireError } from './errors.ts'
import { decodeText } from './glossary/index.ts'

/**
 * The text of a glossary file; nothing that is not UTF-8 is guessed at, since what is written back
 * would lose it.
 * @param name What messages call the file.
 * @throws {BabelwireError} `glossary` when it cannot be read or is in another encoding.
 */
export function readGlossaryFile(file: string, name: string = file): string {
  const bytes = readBytes(file, name)
  try {
    return decodeText(bytes, name)
  } catch (error) {
    if (!(error instanceof BabelwireError)) throw error
    // The decoder is that of tables, and speaks of them.
    throw new BabelwireError('glossary', error.message, {
      ...(error.place === undefined ? {} : { place: error.place }),
      mend: 'Save it as text with the encoding UTF-8.',
      cause: error,
    })
  }
}

function readBytes(file: string, name: string): Uint8Array {
  try {
    return readFileSync(file)
  } catch (cause) {
    const { code = 'error' } = cause as NodeJS.ErrnoException
    const [why, mend] = reasons[code] ?? [`cannot be read (${code})`, 'Check the file.']
    throw new BabelwireError('glossary', `the glossary ${why}`, {
      place: { file: name },
      mend,
      cause,
    })
  }
}

const reasons: Readonly<Record<string, readonly [why: string, mend: string]>> = {
  ENOENT: ['is not there', 'Make one with "babelwire init", or set "glossary:" in babelwire.yaml.'],
  EISDIR: ['is a folder', 'Name the file in it.'],
  EACCES: ['cannot be read', 'Give the user who runs this the right to read it.'],
}
