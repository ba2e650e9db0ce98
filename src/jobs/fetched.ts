import type { Clock } from '../clock.ts'
import { BabelwireError } from '../errors.ts'
import {
  FetchError,
  fetchPage,
  printableAddress,
  userAgent,
  type FetchOptions,
} from '../fetch/index.ts'
import { cleanSource, type Source } from '../ingest/index.ts'
import type { Database, Row } from '../storage/index.ts'
import packageJson from '../../package.json' with { type: 'json' }

/** Fetches pages and feeds, and keeps what sites said of them. */
export type FetchSource = (url: string, signal?: AbortSignal) => Promise<Source>

interface FetchSettings {
  readonly contact?: string | undefined
  readonly allow: readonly string[]
}

/**
 * Fetches with `If-None-Match` and `If-Modified-Since`: a site that has nothing new need not send it
 * again, and gives the text it gave before. A pause that a site asks for is kept, also by later runs.
 */
export function openFetched(
  database: Database,
  { contact, allow }: FetchSettings,
  clock: Clock,
  isReadOnly: boolean,
): FetchSource {
  const agent = userAgent(packageJson.version, contact)
  return async (url, signal) => {
    const [row] = await database.query(
      'SELECT etag, modified, retry_at, final_url, body FROM fetched WHERE url = $1',
      [url],
    )
    refuseWhilePaused(url, row, clock.now())
    try {
      const answer = await fetchPage(url, { userAgent: agent, allow, ...validators(row) }, signal)
      if (answer.kind === 'not-modified' && row !== undefined) return sourceOf(url, row)
      if (answer.kind === 'not-modified') throw new RangeError('not modified since nothing')
      const text = cleanSource(answer.text, answer.bytes.length, printableAddress(url))
      if (!isReadOnly) {
        await database.batch([
          {
            sql: `INSERT INTO fetched (url, etag, modified, at, retry_at, final_url, body)
                  VALUES ($1, $2, $3, $4, NULL, $5, $6)
                  ON CONFLICT (url) DO UPDATE SET etag = excluded.etag, modified = excluded.modified,
                  at = excluded.at, retry_at = NULL, final_url = excluded.final_url, body = excluded.body`,
            params: [
              url,
              answer.etag ?? null,
              answer.lastModified ?? null,
              clock.now().toISOString(),
              answer.url,
              text,
            ],
          },
        ])
      }
      return { name: printableAddress(url), text, url: answer.url }
    } catch (error) {
      const isPause = error instanceof FetchError && error.retryAfterMs !== undefined
      if (isPause && !isReadOnly) await notePause(database, url, error, clock.now())
      throw error
    }
  }
}

function sourceOf(url: string, row: Row): Source {
  return { name: printableAddress(url), text: String(row['body']), url: String(row['final_url']) }
}

function validators(row: Row | undefined): Pick<FetchOptions, 'etag' | 'lastModified'> {
  const [etag, modified] = [row?.['etag'], row?.['modified']]
  return {
    ...(typeof etag === 'string' ? { etag } : {}),
    ...(typeof modified === 'string' ? { lastModified: modified } : {}),
  }
}

function refuseWhilePaused(url: string, row: Row | undefined, now: Date): void {
  const retryAt = row?.['retry_at']
  if (typeof retryAt !== 'string' || retryAt <= now.toISOString()) return
  throw new BabelwireError('network', `the site asked to wait until ${retryAt}`, {
    place: { file: printableAddress(url) },
    mend: 'Run again after that.',
  })
}

async function notePause(
  database: Database,
  url: string,
  error: FetchError,
  now: Date,
): Promise<void> {
  const retryAt = new Date(now.getTime() + (error.retryAfterMs ?? 0)).toISOString()
  await database.batch([
    {
      sql: `INSERT INTO fetched (url, at, retry_at, final_url, body) VALUES ($1, $2, $3, $1, '')
            ON CONFLICT (url) DO UPDATE SET retry_at = excluded.retry_at`,
      params: [url, now.toISOString(), retryAt],
    },
  ])
}
