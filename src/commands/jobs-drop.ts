import { outJson, type CommandRunner } from './context.ts'
import { changeJobs } from './job-desk.ts'

/** `babelwire jobs drop <ids...>`: takes jobs out for good. */
export const run: CommandRunner = async (ids, options, context) => {
  const { asked, changed } = await changeJobs(ids, options, context, (desk, known) =>
    desk.drop(known),
  )
  if (options.json === true) outJson(context, { dropped: changed, left: asked - changed })
  else if (asked === 0) context.out('No job was given up.\n')
  else context.out(`Taken out: ${changed}\n`)
  if (asked > changed)
    context.note(
      `${asked - changed} left: they are being worked on. Try again when they are done.\n`,
    )
  return asked > changed ? 4 : 0
}
