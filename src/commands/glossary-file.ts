import { realpathSync } from 'node:fs'
import path from 'node:path'
import { writeAtomic } from '../bundle/index.ts'
import { readGlossaryFile } from '../glossary-file.ts'
import { type CommonOptions, type Context } from './context.ts'
import { loadConfig } from './load-config.ts'

/** The glossary a command works on: the file named, else that of the configuration. */
export function glossaryFile(
  args: readonly string[],
  options: CommonOptions,
  context: Context,
): { readonly file: string; readonly name: string; readonly content: string } {
  const file =
    args[0] === undefined
      ? (loadConfig(options, context, 'optional').glossary ?? '')
      : path.resolve(context.folder, args[0])
  const relative = path.relative(context.folder, file)
  const name = relative.startsWith('..') ? file : relative
  return { file, name, content: readGlossaryFile(file, name) }
}

/** Writes a glossary whole or not at all; a link to it stays a link. */
export async function writeGlossaryFile(file: string, content: string): Promise<void> {
  const real = realpathSync(file)
  await writeAtomic(path.dirname(real), real, content)
}
