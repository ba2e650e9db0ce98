import { systemClock } from '../clock.ts'
import { BabelwireError, formatError } from '../errors.ts'
import { startService } from '../jobs/service.ts'
import { siteOf } from '../config.ts'
import { siteApp } from '../site/index.ts'
import { serviceLog } from './service-log.ts'
import type { CommandRunner, CommonOptions, Context } from './context.ts'
import { loadConfig } from './load-config.ts'

export interface StartOptions extends CommonOptions {
  readonly log: string
  readonly port?: string
}

/** `babelwire start`: works until it is told to stop, then ends what it began and exits with 0. */
export const run: CommandRunner<StartOptions> = (_, options, context) =>
  serveUntilStopped('service', options, context)

/** Runs a service or a worker; SIGHUP has the configuration and the glossary read again. */
export async function serveUntilStopped(
  purpose: 'service' | 'worker',
  options: StartOptions,
  context: Context,
): Promise<number> {
  const { env, folder, signal } = context
  const readConfig = (): ReturnType<typeof loadConfig> => loadConfig(options, context)
  const config = readConfig()
  const given = options.port === undefined ? undefined : portOf(options.port)
  const port = given ?? (purpose === 'service' ? config.service.port : undefined)
  const log = serviceLog(config, options, context)
  let app = purpose === 'service' ? siteApp(config) : undefined
  const service = await startService({
    config,
    readConfig,
    purpose,
    env,
    folder,
    log,
    clock: systemClock,
    random: Math.random,
    ...(port === undefined ? {} : { port }),
    ...(app === undefined
      ? {}
      : { app: { fetch: (request, given) => app?.fetch(request, given) ?? new Response() } }),
  })
  log.info(`${purpose} started`, {
    site: siteOf(config),
    sources: purpose === 'service' ? config.articles.length : undefined,
    languages: config.languages.length,
    url: service.url,
  })
  const reload = async (): Promise<void> => {
    if ((await service.reload()) && app !== undefined) app = siteApp(readConfig())
  }
  const onHangUp = (): void => {
    reload().catch((error: unknown) => log.error('reload failed', { reason: formatError(error) }))
  }
  process.on('SIGHUP', onHangUp)
  try {
    await stopped(signal)
    log.info('draining')
  } finally {
    process.off('SIGHUP', onHangUp)
    await service.drain()
  }
  log.info(`${purpose} ended`)
  return 0
}

function stopped(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve()
    else signal.addEventListener('abort', () => resolve(), { once: true })
  })
}

function portOf(written: string): number {
  const port = Number(written)
  if (Number.isInteger(port) && port >= 0 && port <= 65_535) return port
  throw new BabelwireError('usage', `--port "${written}" is not a port`, {
    mend: 'Write a number from 0 to 65535; 0 takes a free one.',
  })
}
