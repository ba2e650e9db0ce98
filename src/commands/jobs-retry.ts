import { outJson, type CommandRunner } from './context.ts'
import { changeJobs } from './job-desk.ts'

/** `babelwire jobs retry <ids...>`: has jobs tried again now, as if for the first time. */
export const run: CommandRunner = async (ids, options, context) => {
  const { asked, changed } = await changeJobs(ids, options, context, (desk, known) =>
    desk.retry(known),
  )
  if (options.json === true) outJson(context, { retried: changed, left: asked - changed })
  else if (asked === 0) context.out('No job was given up.\n')
  else context.out(`Tried again now: ${changed}\n`)
  if (asked > changed)
    context.note(
      `${asked - changed} left as they are: being worked on, or another of the same name is under way.\n`,
    )
  return asked > changed ? 4 : 0
}
