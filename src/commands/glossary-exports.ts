import path from 'node:path'
import type { Config } from '../config.ts'
import { openGlossaryHistory, type GlossaryHistory } from '../glossary-history.ts'
import type { Database } from '../storage/index.ts'

/**
 * The versions of the glossary that went out to other programs, apart from those that runs worked
 * with: an export puts nothing in force.
 */
export function exportsOf(config: Config, database: Database): GlossaryHistory {
  const file = path.relative(path.dirname(config.store), config.glossary ?? '')
  return openGlossaryHistory(database, `${file} (exported)`, () => new Date())
}
