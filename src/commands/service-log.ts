import type { Config } from '../config.ts'
import { BabelwireError } from '../errors.ts'
import { createLog, secretValues, type Log } from '../log.ts'
import { hookSecrets } from '../notify/index.ts'
import type { CommonOptions, Context } from './context.ts'

/** Environment variables whose values never stand in a log. */
const secretNames = ['DEEPL_AUTH_KEY', 'LIBRETRANSLATE_API_KEY', 'DATABASE_URL', 'PGPASSWORD']

/** The log of a service, on standard error. */
export function serviceLog(
  config: Config,
  { log: format, quiet }: CommonOptions & { readonly log: string },
  { env, note }: Context,
): Log {
  if (format !== 'text' && format !== 'json') {
    throw new BabelwireError('usage', `--log "${format}" is not a format`, {
      mend: 'Write text or json.',
    })
  }
  return createLog({
    format,
    write: note,
    now: () => new Date(),
    secrets: [...secretValues(env, secretNames), ...hookSecrets(config.notify, env)],
    level: quiet === true ? 'warn' : 'info',
  })
}
