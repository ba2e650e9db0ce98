import type { Database } from './database.ts'

export function openPostgres(url: string): Promise<Database> {
  throw new Error(url)
}
