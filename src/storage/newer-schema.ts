import { BabelwireError } from '../errors.ts'

/** That the store was written by a newer Babelwire. `file` is the store as messages show it. */
export function newerSchema(file: string, version: number, known: number): BabelwireError {
  return new BabelwireError(
    'storage',
    `the store has schema ${version}, this Babelwire knows ${known}`,
    { place: { file }, mend: 'Use the newer Babelwire that wrote it.' },
  )
}
