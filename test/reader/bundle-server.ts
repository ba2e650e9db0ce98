import { readFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

const locales = fileURLToPath(new URL('../../locales', import.meta.url))

/** What a path answers instead of its file: another text, or a status without one. */
export type Answers = Readonly<Record<string, string | number>>

/** Serves the sample newsroom's bundles as a static server does, but for `answers`. */
export async function serveBundles(answers: Answers = {}): Promise<{
  readonly base: string
  readonly asked: readonly string[]
  readonly stop: () => void
}> {
  const asked: string[] = []
  const server = createServer((request, response) => {
    const name = (request.url ?? '').replace(/^\/locales/, '')
    asked.push(name)
    const answer = answers[name]
    const content =
      typeof answer === 'string'
        ? Promise.resolve(answer)
        : readFile(path.join(locales, name), 'utf8')
    content.then(
      (text) => {
        response.writeHead(typeof answer === 'number' ? answer : 200, {
          'content-type': 'application/json',
        })
        response.end(text)
      },
      () => {
        response.writeHead(typeof answer === 'number' ? answer : 404)
        response.end()
      },
    )
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    base: `http://127.0.0.1:${(server.address() as AddressInfo).port}/locales`,
    asked,
    stop: () => {
      server.close()
      server.closeAllConnections()
    },
  }
}

/** A file of the sample newsroom's output. */
export async function sampleFile(name: string): Promise<Record<string, unknown>> {
  return JSON.parse(await readFile(path.join(locales, name), 'utf8')) as Record<string, unknown>
}
