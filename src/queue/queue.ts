/** A value that JSON keeps as it is. */
export type Json =
  string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json }

/** A job to be put in. */
export interface NewJob {
  /** Jobs of a lane are taken together: `poll`, `ingest`, `localize.es`, `publish`, `notify`. */
  readonly lane: string
  /** What the job is: while one of this name waits or is worked on there is no second in its lane. */
  readonly name: string
  readonly data: Json
  /** Higher is taken first, 0 to 9; 4 is usual. */
  readonly priority?: number
  /** Not before this; at once when absent. */
  readonly due?: Date
}

/** What a job has when it does not say how urgent it is. */
export const usualPriority = 4

/** From here on a job is breaking news: it waits for no batch to fill and has places of its own. */
export const urgentPriority = 8

/** A job that was taken, for as long as its lease lasts. */
export interface Job {
  readonly id: string
  readonly lane: string
  readonly name: string
  readonly data: Json
  readonly priority: number
  /** Tries that counted before this one. */
  readonly attempts: number
  readonly created: Date
  /** Proves the lease: what is said with the token of an earlier one is not heard. */
  readonly token: string
}

/** What became of a job. */
export type Outcome =
  | { readonly kind: 'done' }
  /** Once more after `afterMs`; `isCounted` when the try was a failure of its own. */
  | {
      readonly kind: 'again'
      readonly reason: string
      readonly afterMs: number
      readonly isCounted: boolean
    }
  /** Given up, until a person retries or drops it. */
  | { readonly kind: 'dead'; readonly reason: string }

/** How many jobs of a lane there are. */
export interface LaneState {
  readonly lane: string
  readonly waiting: number
  readonly active: number
  readonly dead: number
  /** Since when the oldest that could be taken waits. */
  readonly waitingSince?: Date
}

/** A job as people see it. */
export interface ListedJob extends Omit<Job, 'token'> {
  readonly state: 'waiting' | 'active' | 'dead'
  readonly due: Date
  /** Why it is dead or waits for another try. */
  readonly reason?: string
}

/** Which jobs are listed; all when nothing is said. */
export interface JobFilter {
  readonly state?: ListedJob['state']
  readonly ids?: readonly string[]
  readonly limit?: number
}

/** Jobs that outlive the process. Whatever is in it can be made again from the tables of the store. */
export interface Queue {
  /**
   * Puts jobs in, all or none. One that waits or is worked on already is left out, and so is one that
   * equals a job that was given up: a person decides about that. @returns how many were new.
   */
  add(jobs: readonly NewJob[]): Promise<number>
  /**
   * Leases jobs of a lane that are due, the most urgent first, then the oldest. A lease that is not
   * lengthened in time is over, and its job is taken again.
   */
  take(lane: string, limit: number, minPriority?: number): Promise<readonly Job[]>
  /** Lengthens leases; @returns the jobs that are still held. */
  extend(jobs: readonly Job[]): Promise<readonly Job[]>
  /**
   * Ends leases, all or none; of a job that is not held any more nothing changes. A lease that ran
   * out counts as held until the job is given to somebody else.
   */
  finish(outcomes: ReadonlyMap<Job, Outcome>): Promise<void>
  readonly desk: QueueDesk
  close(): Promise<void>
}

/** What people see of the jobs, and do with them. */
export interface QueueDesk {
  lanes(): Promise<readonly LaneState[]>
  /** First what was given up, then what is worked on, then what waits, in the order it is taken. */
  list(filter?: JobFilter): Promise<readonly ListedJob[]>
  /**
   * Has jobs tried again now, dead or waiting, as if for the first time. One that is worked on, or
   * dead while another of its name is not, stays as it is. @returns how many.
   */
  retry(ids: readonly string[]): Promise<number>
  /** Takes jobs out that are not being worked on; @returns how many. */
  drop(ids: readonly string[]): Promise<number>
}
