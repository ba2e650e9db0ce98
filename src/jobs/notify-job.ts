import { BabelwireError, formatError } from '../errors.ts'
import {
  createNotification,
  deliver,
  DeliveryError,
  hookFor,
  notificationsFor,
  type DeliveryData,
  type Notification,
} from '../notify/index.ts'
import { backOffMs, usualBackOff, type Job, type NewJob, type Outcome } from '../queue/index.ts'
import type { Services } from '../services.ts'
import type { ServiceSetting } from './service-setting.ts'

export const notifyLane = 'notify'

/** Tells one receiver of one event. */
export async function notifyReceiver(
  job: Job,
  { config, clock }: Services,
  { env, random }: Pick<ServiceSetting, 'env' | 'random'>,
  signal: AbortSignal,
): Promise<Outcome> {
  const data = job.data as DeliveryData
  const hook = hookFor(config.notify, data)
  // Taken out of the configuration since.
  if (hook === undefined) return { kind: 'done' }
  try {
    await deliver(hook, data.notification, {
      env,
      folder: config.root,
      now: () => clock.now(),
      signal,
    })
    return { kind: 'done' }
  } catch (error) {
    if (!(error instanceof BabelwireError) || error.code === 'cancelled') throw error
    const reason = formatError(error)
    if (error instanceof DeliveryError && error.isPermanent) return { kind: 'dead', reason }
    const asked = error instanceof DeliveryError ? (error.retryAfterMs ?? 0) : 0
    const afterMs = Math.max(asked, backOffMs(usualBackOff, job.attempts, random()))
    return { kind: 'again', reason, afterMs, isCounted: true }
  }
}

/** The jobs that tell an event to whoever the configuration names. */
export function notifyJobs(
  event: Omit<Notification, 'id' | 'at' | 'site'>,
  occasion: string,
  site: string,
  { config, clock }: Pick<Services, 'config' | 'clock'>,
): readonly NewJob[] {
  const at = clock.now().toISOString()
  const notification = createNotification({ at, site, ...event }, occasion)
  return notificationsFor(config.notify, notification).map(({ name, data }) => ({
    lane: notifyLane,
    name,
    data,
  }))
}
