import { spawn } from 'node:child_process'
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { sentence } from './bench-articles.ts'
import { ended } from './bench-jobs-service.ts'
import { writeSite } from './bench-jobs-site.ts'

const bin = fileURLToPath(new URL('../bin/babelwire.js', import.meta.url))

/** The memory of one service after each quarter of so many small articles, and how long it took. */
export async function benchMemory(
  folder: string,
  count: number,
): Promise<Readonly<Record<string, { readonly residentMiB: number; readonly seconds: number }>>> {
  mkdirSync(folder, { recursive: true })
  const every = 'articles: [{files: articles, every: 2s}]'
  writeSite(folder, [], `languages: [en-XA]\nengine: pseudo\nservice: {port: 0}\n${every}\n`)
  const child = spawn(process.execPath, [bin, 'start', '--quiet'], {
    cwd: folder,
    stdio: 'inherit',
  })
  const figures: Record<string, { residentMiB: number; seconds: number }> = {}
  const begin = performance.now()
  try {
    for (let quarter = 1; quarter <= 4; quarter++) {
      const upTo = Math.floor((count * quarter) / 4)
      for (let n = Math.floor((count * (quarter - 1)) / 4); n < upTo; n++) {
        const text = `${sentence(2 * n).slice(0, -1)}\n\n${sentence(2 * n + 1)}\n`
        writeFileSync(path.join(folder, 'articles', `note-${n}.txt`), text)
      }
      const published = path.join(folder, 'locales', 'en-XA', 'articles')
      while (filesIn(published) < upTo) await sleep(500)
      figures[`${upTo} articles`] = {
        residentMiB: residentMiB(child.pid ?? 0),
        seconds: Math.round((performance.now() - begin) / 1000),
      }
    }
    return figures
  } finally {
    await ended(child)
  }
}

function filesIn(folder: string): number {
  try {
    return readdirSync(folder).length
  } catch {
    return 0
  }
}

/** As Linux tells it. */
function residentMiB(pid: number): number {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8')
  return Math.round(Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024)
}
