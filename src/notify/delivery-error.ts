import { BabelwireError, type ErrorCode, type ErrorDetails } from '../errors.ts'

/** What a queue needs to know of a failed delivery beside the message. */
export interface DeliveryFailure {
  /** Whether another try is no use. */
  readonly isPermanent?: boolean
  /** How long the receiver asks to be left alone. */
  readonly retryAfterMs?: number
}

/** A notification that did not arrive. */
export class DeliveryError extends BabelwireError {
  readonly isPermanent: boolean
  readonly retryAfterMs: number | undefined

  constructor(
    code: ErrorCode,
    message: string,
    details: ErrorDetails,
    { isPermanent = false, retryAfterMs }: DeliveryFailure = {},
  ) {
    super(code, message, details)
    this.name = 'DeliveryError'
    this.isPermanent = isPermanent
    this.retryAfterMs = retryAfterMs
  }
}
