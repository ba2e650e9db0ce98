/** Writes src/babelwire.schema.json, by which text editors complete and check babelwire.yaml. */
import { writeFileSync } from 'node:fs'
import { format } from 'prettier'
import { z } from 'zod'
import { configSchema } from '../src/config-schema.ts'

/** The schema of what may be written in the file: keys with a default may be left out. */
export function schemaText(): Promise<string> {
  const { $schema, ...schema } = z.toJSONSchema(configSchema, { io: 'input' })
  const text = JSON.stringify({ $schema, title: 'babelwire.yaml', ...schema })
  return format(text, { parser: 'json', printWidth: 100, objectWrap: 'collapse' })
}

if (import.meta.main) {
  const file = new URL('../src/babelwire.schema.json', import.meta.url)
  writeFileSync(file, await schemaText())
}
