import { createServer, type IncomingHttpHeaders, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'

/** What a receiver does with one delivery. */
export type Answer =
  | number
  | { readonly redirectTo: string }
  /** Says nothing. */
  | 'silent'
  /** A good status, then megabytes for ever. */
  | 'endless'
  /** A good status, then a body that never ends. */
  | 'stalled body'
  | 'reset'

export interface Delivery {
  readonly method: string
  readonly headers: IncomingHttpHeaders
  readonly body: Buffer
}

export interface Receiver {
  /** `http://127.0.0.1:<port>` */
  readonly url: string
  readonly deliveries: Delivery[]
  /** Bytes that it got rid of in endless answers. */
  sent(): number
  close(): Promise<void>
}

/** A receiver on this machine; it answers in turn, with the last answer for ever. */
export async function startReceiver(...answers: readonly Answer[]): Promise<Receiver> {
  const deliveries: Delivery[] = []
  let sent = 0
  const server: Server = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      const answer = answers[Math.min(deliveries.length, answers.length - 1)] ?? 204
      const { method = '', headers } = request
      deliveries.push({ method, headers, body: Buffer.concat(chunks) })
      if (answer === 'silent') return
      if (answer === 'reset') return void request.socket.destroy()
      if (answer === 'stalled body') return void response.writeHead(200).write('{"taken":')
      if (answer === 'endless') {
        const chunk = Buffer.alloc(1024 * 1024, 'a')
        const more = (): void => {
          if (response.destroyed) return
          sent += chunk.length
          response.write(chunk, more)
        }
        response.writeHead(200)
        more()
        return
      }
      if (typeof answer === 'number') return void response.writeHead(answer).end('taken')
      response.writeHead(307, { Location: answer.redirectTo }).end()
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}`,
    deliveries,
    sent: () => sent,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}
