import { BabelwireError } from '../errors.ts'
import { codeOf, isPassing } from './passing.ts'

/** The address of a database without password and parameters, as messages show it. */
export function maskUrl(url: string): string {
  return url.replace(/^(\w+:\/\/)(?:([^:@/]*)(?::.*)?@)?([^?#]*).*$/s, (_, scheme, user, rest) =>
    user === undefined ? `${scheme}${rest}` : `${scheme}${user}@${rest}`,
  )
}

/** @throws {BabelwireError} `config` when the text cannot be the address of a database. */
export function checkPostgresUrl(url: string): void {
  if (/^postgres(?:ql)?:\/\/\S+$/.test(url) && URL.canParse(url)) return
  // The value is not shown: it may hold a password.
  throw new BabelwireError('config', 'DATABASE_URL is not the address of a PostgreSQL database', {
    mend: 'Write it as postgres://user:password@host:5432/database; in the password write @ / ? # : % as %40 %2F %3F %23 %3A %25.',
  })
}

/** Whatever PostgreSQL or the network threw, as trouble with the store that the user can mend. */
export function postgresError(url: string, error: unknown): BabelwireError {
  if (error instanceof BabelwireError) return error
  return new BabelwireError('storage', `the store failed: ${messageOf(error)}`, {
    place: { file: maskUrl(url) },
    mend: mendPostgres(error),
    cause: error,
  })
}

function messageOf(error: unknown): string {
  if (error instanceof AggregateError && error.message === '')
    return error.errors.map(messageOf).join('; ')
  return error instanceof Error ? error.message : String(error)
}

function mendPostgres(error: unknown): string {
  const mends: Readonly<Record<string, string>> = {
    '28P01': 'Check the user and the password in DATABASE_URL.',
    '28000': 'Check the user and the password in DATABASE_URL.',
    '3D000': 'Create the database, or name another one in DATABASE_URL.',
    '42501': 'Give the user of DATABASE_URL the right to make and change tables there.',
    '53100': 'Free disk space at the database and run again: what was stored is kept.',
    '53300': 'Raise max_connections of PostgreSQL, or run fewer workers.',
    ENOTFOUND: 'Check the host in DATABASE_URL.',
  }
  return (
    mends[codeOf(error) ?? ''] ??
    (isPassing(error)
      ? 'Check that PostgreSQL runs and can be reached, then try again: what was stored is kept.'
      : 'Check the database that DATABASE_URL names.')
  )
}
