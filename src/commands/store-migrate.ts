import { migrateQueue } from '../queue/index.ts'
import { databaseUrl, describeStore, migrateStore } from '../storage/index.ts'
import { outJson, type CommandRunner } from './context.ts'
import { loadConfig } from './load-config.ts'

/** `babelwire store migrate`: a step of a deployment, before the workers start. */
export const run: CommandRunner = async (_args, options, context) => {
  const config = loadConfig(options, context, 'optional')
  const { from, to } = await migrateStore(config.store, context.env)
  const url = databaseUrl(context.env)
  if (url !== undefined) await migrateQueue(url)
  const store = describeStore(config.store, context.env)
  if (options.json === true) outJson(context, { store, from, to })
  else if (from === to) context.out(`${store} is up to date: schema ${to}\n`)
  else context.out(`${store} went from schema ${from} to ${to}\n`)
  return 0
}
