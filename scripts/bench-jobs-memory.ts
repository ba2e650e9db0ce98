import { setTimeout as sleep } from 'node:timers/promises'
import { startProcess } from '../test/support/service-process.ts'
import { makeArticles } from './bench-articles.ts'
import { residentMiB, whenPublished } from './bench-jobs-service.ts'
import { writeSite } from './bench-jobs-site.ts'

/** Memory of one service after so many articles were published. */
export interface MemoryFigures {
  readonly articles: number
  readonly residentMiB: number
}

const config = `languages: [en-XA]
engine: pseudo
articles: [{files: articles, every: 2s}]
`

/** Has one service publish small articles in four parts, in one pseudo language, and looks at its memory after each. */
export async function benchMemory(
  folder: string,
  count: number,
): Promise<readonly MemoryFigures[]> {
  const articles = makeArticles(count, 2, 2)
  const figures: MemoryFigures[] = []
  const part = Math.ceil(count / 4)
  writeSite(folder, [], config)
  const service = startProcess('start', folder, {})
  try {
    await service.line('service started')
    for (let done = part; done <= count; done += part) {
      writeSite(folder, articles.slice(done - part, done), config)
      await whenPublished(service, done)
      figures.push({ articles: done, residentMiB: await settledMiB(service.pid) })
    }
  } finally {
    await service.stop()
  }
  return figures
}

/** The median of some seconds: what a collection is about to free counts as little as a moment of luck. */
async function settledMiB(pid: number): Promise<number> {
  const seen: number[] = []
  for (let i = 0; i < 15; i++) {
    await sleep(200)
    seen.push(residentMiB(pid))
  }
  return seen.sort((a, b) => a - b)[7] ?? 0
}
