import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { outJson, type CommandRunner } from './context.ts'
import { exampleArticle, exampleConfig, exampleGlossary } from './init-files.ts'

/** `babelwire init`: a configuration, a glossary and an article to start from. */
export const run: CommandRunner = async (args, options, context) => {
  const folder = path.resolve(context.folder, args[0] ?? '.')
  const files: readonly (readonly [name: string, content: string])[] = [
    ['babelwire.yaml', exampleConfig],
    ['glossary.yaml', exampleGlossary],
    [path.join('articles', 'example.txt'), exampleArticle],
  ]
  const written: string[] = []
  const kept: string[] = []
  for (const [name, content] of files) {
    const file = path.join(folder, name)
    if (existsSync(file)) {
      kept.push(name)
      continue
    }
    mkdirSync(path.dirname(file), { recursive: true })
    // "wx" does not overwrite even a file that appeared just now.
    writeFileSync(file, content, { flag: 'wx' })
    written.push(name)
  }
  if (options.json === true) {
    outJson(context, { folder, written, kept })
  } else if (options.quiet !== true) {
    for (const name of written) context.out(`wrote  ${name}\n`)
    for (const name of kept) context.out(`kept   ${name}: it was there\n`)
    context.out('\nNext: babelwire run\n')
  }
  return 0
}
