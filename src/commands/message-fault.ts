/** What is wrong with a message, and how to mend it; a warning keeps nothing from being served. */
export interface MessageFault {
  readonly severity: 'error' | 'warning'
  readonly message: string
  readonly mend: string
}

/** A fault that keeps the messages from being served. */
export function error(message: string, mend: string): MessageFault {
  return { severity: 'error', message, mend }
}

/** A fault for a person to look at. */
export function warning(message: string, mend: string): MessageFault {
  return { severity: 'warning', message, mend }
}
