import { existsSync } from 'node:fs'
import path from 'node:path'
import { configFileName, defaultConfig, readConfig, type Config } from '../config.ts'
import { BabelwireError } from '../errors.ts'
import type { CommonOptions, Context } from './context.ts'

/**
 * The configuration a command works with: the file named, else `babelwire.yaml` here.
 * @throws {BabelwireError} `config` when there is none and the command cannot do without.
 */
export function loadConfig(
  options: CommonOptions,
  { folder }: Context,
  isNeeded: 'needed' | 'optional' = 'needed',
): Config {
  const file = path.resolve(folder, options.config ?? configFileName)
  if (options.config !== undefined || existsSync(file)) return readConfig(file)
  if (isNeeded === 'optional') return defaultConfig(folder)
  throw new BabelwireError('config', `there is no ${configFileName} in ${folder}`, {
    mend: 'Make one with "babelwire init", or name one with --config FILE.',
  })
}
