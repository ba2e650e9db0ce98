export type { Job, Json, LaneState, ListedJob, NewJob, Outcome, Queue, QueueDesk } from './queue.ts'
