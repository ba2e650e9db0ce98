import { BabelwireError } from '../errors.ts'
import type { CommandRunner } from './context.ts'
import { serveUntilStopped, type StartOptions } from './start.ts'

/** `babelwire worker`: makes languages for a service that shares its database. */
export const run: CommandRunner<StartOptions> = (_, options, context) => {
  if ((context.env['DATABASE_URL']?.trim() ?? '') === '') {
    throw new BabelwireError(
      'usage',
      'a worker shares a database with a service, and none is named',
      {
        mend: 'Set DATABASE_URL to the PostgreSQL of the service. On one machine "babelwire start" does all.',
      },
    )
  }
  return serveUntilStopped('worker', options, context)
}
