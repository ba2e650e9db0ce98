import { formatGlossary } from '../glossary/index.ts'
import { outJson, type CommandRunner, type CommonOptions } from './context.ts'
import { glossaryFile, writeGlossaryFile } from './glossary-file.ts'

/** `babelwire glossary fmt`: one way to write a glossary, so that an edit of one value changes one line. */
export const run: CommandRunner<CommonOptions & { readonly check?: boolean }> = async (
  args,
  options,
  context,
) => {
  const { file, name, content } = glossaryFile(args, options, context)
  const canonical = formatGlossary(content, name)
  const isCanonical = canonical === content
  const isWritten = !isCanonical && options.check !== true
  if (isWritten) await writeGlossaryFile(file, canonical)
  if (options.json === true)
    outJson(context, { file: name, canonical: isCanonical, written: isWritten })
  else if (options.quiet !== true) {
    const state = isCanonical ? 'is canonical' : isWritten ? 'formatted' : 'is not canonical'
    context.out(`${name}  ${state}\n`)
  }
  return isCanonical || isWritten ? 0 : 3
}
