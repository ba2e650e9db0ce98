import type { CommandRunner } from './context.ts'

export const run: CommandRunner = async () => {
  throw new Error('being built')
}
