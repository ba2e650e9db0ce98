import type { ProgressEvent } from '../pipeline/services.ts'
import type { CommonOptions, Context } from './context.ts'

/** One line on standard error that counts sentences, only where a person watches. */
export function watchProgress(
  context: Context,
  options: CommonOptions,
): { readonly show: (event: ProgressEvent) => void; readonly done: () => void } {
  if (!context.isInteractive || options.quiet === true) {
    return { show: () => undefined, done: () => undefined }
  }
  let planned = 0
  let answered = 0
  let isShown = false
  return {
    show: (event) => {
      if (event.kind === 'planned') planned += event.sentences
      else answered += event.sentences
      isShown = true
      context.note(`\r${answered} of ${Math.max(planned, answered)} sentences`)
    },
    done: () => {
      if (isShown) context.note('\r\u001b[K')
      isShown = false
    },
  }
}
