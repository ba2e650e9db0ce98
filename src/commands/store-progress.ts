import type { CommonOptions, Context } from './context.ts'

/** One line on standard error that counts rows, only where a person watches. */
export function countRows(
  what: string,
  context: Context,
  options: CommonOptions,
): { readonly add: (rows: number) => void; readonly done: () => void } {
  const isShown = context.isInteractive && options.quiet !== true
  let count = 0
  let next = 0
  return {
    add: (rows) => {
      count += rows
      if (!isShown || count < next) return
      next = count + 1000
      context.note(`\r${what}: ${count} rows`)
    },
    done: () => {
      if (isShown && count > 0) context.note('\r\u001b[K')
    },
  }
}
