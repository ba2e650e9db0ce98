import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { openStore } from '../src/storage/index.ts'

type Environment = Readonly<Record<string, string>>

/** Characters that the ledger has for what was spent or may have been. */
export async function ledgerCharacters(store: string, env: Environment): Promise<number> {
  const database = await openStore(store, env)
  try {
    const [row] = await database.query('SELECT SUM(characters) AS characters FROM ledger')
    return Number(row?.['characters'] ?? 0)
  } finally {
    await database.close()
  }
}

/** Where a secret stands although it must not: files of a folder, tables of the database, texts by name. */
export async function findSecret(
  secret: string,
  folder: string,
  texts: Readonly<Record<string, string>>,
  env: Environment,
): Promise<readonly string[]> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((item) => item.isFile())
    .map((item) => path.join(item.parentPath, item.name))
  return [
    ...files.filter((file) => readFileSync(file).includes(secret)),
    ...Object.entries(texts).flatMap(([name, text]) => (text.includes(secret) ? [name] : [])),
    ...(await tablesWith(secret, env)),
  ]
}

/** Of the embedded store the file is looked at; here every row of every table, as text. */
async function tablesWith(secret: string, env: Environment): Promise<readonly string[]> {
  if (env['DATABASE_URL'] === undefined) return []
  const database = await openStore('', env)
  try {
    const tables = await database.query(
      `SELECT table_schema AS folder, table_name AS name FROM information_schema.tables
       WHERE table_schema IN ('public', 'pgboss', current_schema())`,
    )
    const found: string[] = []
    for (const { folder, name } of tables) {
      const rows = await database.query(
        `SELECT 1 AS found FROM "${folder}"."${name}" AS one WHERE strpos(one::text, $1) > 0 LIMIT 1`,
        [secret],
      )
      if (rows.length > 0) found.push(`table ${name}`)
    }
    return found
  } finally {
    await database.close()
  }
}
