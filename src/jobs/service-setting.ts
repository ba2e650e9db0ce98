import type { Clock } from '../clock.ts'
import type { Config } from '../config.ts'
import type { Log } from '../log.ts'
import type { serve } from '../service/index.ts'
import type { Environment } from '../storage/index.ts'

/** What a service or a worker runs with. */
export interface ServiceSetting {
  readonly config: Config
  /** Reads the configuration again; what it throws keeps the old one in force. */
  readonly readConfig: () => Config
  /** A worker makes languages only, for a service elsewhere. */
  readonly purpose: 'service' | 'worker'
  readonly env: Environment
  /** The folder that names of files are shown relative to, and programs of hooks are looked for in. */
  readonly folder: string
  readonly log: Log
  readonly clock: Clock
  readonly random: () => number
  /** Where it listens; one without a port does not. */
  readonly port?: number
  /** Answers everything but health and metrics. */
  readonly app?: Parameters<typeof serve>[0]['app']
}

/** How long a job stays with a process that does not say that it still works on it; pg-boss needs 10 s. */
export const leaseMs = 15_000
