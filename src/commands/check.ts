import { existsSync, readdirSync } from 'node:fs'
import path from 'node:path'
import {
  articleIdPattern,
  manifestFile,
  readIfThere,
  readManifest,
  type Manifest,
} from '../bundle/index.ts'
import { BabelwireError } from '../errors.ts'
import { openGlossary } from '../glossary-choice.ts'
import { checkArticle, type OutputProblem } from './check-article.ts'
import { checkConsistency, describeUse } from './check-consistency.ts'
import { checkSiteMessages } from './check-messages.ts'
import { outJson, paint, type CommandRunner } from './context.ts'
import { loadConfig } from './load-config.ts'

/** `babelwire check`: whether everything that is written may be served. Nothing is sent or changed. */
export const run: CommandRunner = async (_, options, context) => {
  const config = loadConfig(options, context)
  const matcherFor = openGlossary(config).matcherFor
  const problems: OutputProblem[] = [...checkSiteMessages(config.output)]
  const ids = articleIds(config.output)
  let bundles = 0
  for (const id of ids) {
    const manifest = readOrReport(config.output, id, problems)
    if (manifest === undefined) continue
    const checked = await checkArticle(config.output, manifest, matcherFor(manifest.source))
    bundles += checked.bundles
    problems.push(...checked.problems)
  }
  // Warnings: they never decide whether something may be served.
  const consistency = checkConsistency(config, matcherFor)
  if (options.json === true) {
    outJson(context, { articles: ids.length, bundles, problems, consistency })
  } else {
    for (const { file, key, message } of problems) {
      const place = [path.relative(context.folder, file), key ?? ''].join('  ').trimEnd()
      context.note(`${paint('red', 'error')}  ${place}  ${message}\n`)
    }
    if (options.quiet !== true) {
      for (const use of consistency) {
        context.note(`${paint('yellow', 'consistency')}  ${describeUse(use)}\n`)
      }
      const found = problems.length === 0 ? 'all may be served' : `${problems.length} problems`
      context.out(`${ids.length} articles, ${bundles} bundles: ${found}\n`)
    }
  }
  return problems.length === 0 ? 0 : 3
}

function readOrReport(output: string, id: string, problems: OutputProblem[]): Manifest | undefined {
  try {
    return readManifest(output, id)
  } catch (error) {
    if (!(error instanceof BabelwireError)) throw error
    problems.push({ file: manifestFile(output, id), message: error.message })
    return undefined
  }
}

function articleIds(output: string): readonly string[] {
  const folder = path.join(output, 'articles')
  if (!existsSync(folder)) return []
  return readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .map((name) => name.slice(0, -'.json'.length))
    .filter((id) => articleIdPattern.test(id) && readIfThere(path.join(folder, `${id}.json`)))
    .sort()
}
