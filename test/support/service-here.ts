import { systemClock, type Clock } from '../../src/clock.ts'
import { readConfig } from '../../src/config.ts'
import { startService, type RunningService } from '../../src/jobs/service.ts'
import { createLog, secretValues } from '../../src/log.ts'
import { logLines, type LogLines } from './log-lines.ts'
import type { Newsroom } from './newsroom.ts'

/** A service in this process, with a clock of its own. */
export interface ServiceHere extends RunningService {
  readonly log: LogLines
}

export interface ServiceHereOptions {
  readonly env: Readonly<Record<string, string>>
  readonly clock?: Clock
  readonly purpose?: 'service' | 'worker'
  readonly port?: number
}

/** Starts a service in a newsroom as `babelwire start` does; who starts it must drain it. */
export async function startHere(
  newsroom: Newsroom,
  { env, clock = systemClock, purpose = 'service', port }: ServiceHereOptions,
): Promise<ServiceHere> {
  const log = logLines()
  const read = (): ReturnType<typeof readConfig> => readConfig(newsroom.path('babelwire.yaml'))
  const running = await startService({
    config: read(),
    readConfig: read,
    purpose,
    env,
    folder: newsroom.folder,
    log: createLog({
      format: 'json',
      write: log.write,
      now: () => clock.now(),
      secrets: secretValues(env, ['DEEPL_AUTH_KEY', 'LIBRETRANSLATE_API_KEY', 'DATABASE_URL']),
    }),
    clock,
    random: Math.random,
    ...(port === undefined ? {} : { port }),
  })
  return { ...running, log }
}
