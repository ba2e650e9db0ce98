import { systemClock } from '../../src/clock.ts'
import { readConfig } from '../../src/config.ts'
import { startService, type RunningService } from '../../src/jobs/service.ts'
import { createLog } from '../../src/log.ts'
import type { DeeplServer } from './deepl-server.ts'
import type { Newsroom } from './newsroom.ts'

/** A service of a newsroom, in this process, and what its log says. */
export interface TestService extends RunningService {
  readonly events: readonly LogLine[]
  /** Resolves when a line says so; rejects, with the log, when none does in time. */
  heard(event: string, fields?: Readonly<Record<string, unknown>>): Promise<LogLine>
  /** A line per event, forgotten: what is heard next is news. */
  forget(): void
}

export type LogLine = Readonly<Record<string, unknown>> & { readonly event: string }

/** Starts the service of a newsroom that translates with this server. */
export async function startTestService(
  newsroom: Newsroom,
  server: DeeplServer | undefined,
  env: Readonly<Record<string, string>> = {},
): Promise<TestService> {
  const events: LogLine[] = []
  const file = newsroom.path('babelwire.yaml')
  const service = await startService({
    config: readConfig(file),
    readConfig: () => readConfig(file),
    purpose: 'service',
    env: {
      ...(process.env['PATH'] === undefined ? {} : { PATH: process.env['PATH'] }),
      ...(server === undefined ? {} : { DEEPL_AUTH_KEY: server.key, DEEPL_SERVER_URL: server.url }),
      ...env,
    },
    folder: newsroom.folder,
    log: createLog({
      format: 'json',
      write: (line) => void events.push(JSON.parse(line) as LogLine),
      now: () => new Date(),
      secrets: [],
    }),
    clock: systemClock,
    random: Math.random,
    port: 0,
  })
  const isSaid = (event: string, fields: Readonly<Record<string, unknown>>) => (line: LogLine) =>
    line.event === event && Object.entries(fields).every(([name, value]) => line[name] === value)
  return {
    ...service,
    events,
    forget: () => void events.splice(0),
    heard: async (event, fields = {}) => {
      for (let tries = 0; tries < 600; tries++) {
        const line = events.find(isSaid(event, fields))
        if (line !== undefined) return line
        await systemClock.sleep(50)
      }
      const said = events.map((line) => JSON.stringify(line)).join('\n')
      throw new Error(`"${event}" ${JSON.stringify(fields)} was never said:\n${said}`)
    },
  }
}
