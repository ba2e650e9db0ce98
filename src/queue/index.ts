export { backOffMs, usualBackOff, type BackOff } from './back-off.ts'
export { migrateQueue, type BossOptions } from './boss-connection.ts'
export { consume, type Consumer } from './consume.ts'
export type { ConsumeOptions, Handler } from './consume-options.ts'
export { openQueue } from './open-queue.ts'
export { urgentPriority, usualPriority } from './queue.ts'
export type {
  Job,
  JobFilter,
  Json,
  LaneState,
  ListedJob,
  NewJob,
  Outcome,
  Queue,
  QueueDesk,
} from './queue.ts'
