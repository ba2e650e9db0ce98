import type { NewJob } from '../queue/index.ts'
import { dueSlot, jitterOf } from './due-slot.ts'
import { priorityOf, type JobServices } from './job-services.ts'
import type { PollData } from './poll-job.ts'
import { sourceId } from './source-name.ts'

export const pollLane = 'poll'

/**
 * The looks at sources that have come and were not done: of slots that were missed the last one
 * alone. Put in as often as one likes, a source is looked at once a slot and never twice at a time.
 */
export async function duePolls({ services, schedule }: JobServices): Promise<readonly NewJob[]> {
  const { config, clock } = services()
  const now = clock.now()
  const done = await schedule.done()
  return config.articles.flatMap((choice): readonly NewJob[] => {
    if (choice.schedule === undefined) return []
    const source = sourceId(choice)
    const slot = dueSlot(choice.schedule, now)
    const last = done.get(source) ?? 0
    // A slot in the future was noted while the clock was wrong.
    if (last >= slot && last <= now.getTime()) return []
    const data: PollData = { source, slot }
    const due = new Date(slot + jitterOf(choice.schedule, source))
    return [{ lane: pollLane, name: source, data, due, priority: priorityOf(choice.urgency) }]
  })
}
