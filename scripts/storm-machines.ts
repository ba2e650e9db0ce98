import { setTimeout as sleep } from 'node:timers/promises'
import { startProcess, type ServiceProcess } from '../test/support/service-process.ts'

/** A place where a process runs that is started again when it ends, as systemd does. */
export interface Machine {
  readonly purpose: 'start' | 'worker'
  /** Resolves when the process says that it works. */
  ready(): Promise<void>
  /** kill -9, and started again. */
  kill(): Promise<void>
  /** SIGTERM, and not started again; @returns the exit code. */
  stop(): Promise<number>
  /** Ends it in any way. */
  end(): Promise<void>
  /** Where the process listens that runs now. */
  url(): Promise<string>
}

/** All processes of a storm. */
export interface Machines {
  add(purpose: Machine['purpose']): Machine
  /** A process that is not started again; @returns its exit code. */
  once(purpose: Machine['purpose']): Promise<number>
  /** How processes ended that nobody ended. */
  readonly crashes: readonly string[]
  /** Everything that any process wrote. */
  text(): string
  /** Articles that a service has taken in. */
  takenIn(): ReadonlySet<string>
}

/** No machine yet. */
export function openMachines(folder: string, env: Readonly<Record<string, string>>): Machines {
  const processes: ServiceProcess[] = []
  const crashes: string[] = []
  const launch = (purpose: Machine['purpose']): ServiceProcess => {
    const process = startProcess(purpose, folder, env)
    processes.push(process)
    return process
  }
  const add = (purpose: Machine['purpose']): Machine => {
    let current: ServiceProcess
    let isExpected = false
    const begin = (): void => {
      const process = launch(purpose)
      current = process
      isExpected = false
      process.ended
        .then(async (code) => {
          if (isExpected || process !== current) return
          crashes.push(
            `${purpose} ended with ${code}: ${process.log.text().trim().split('\n').at(-1)}`,
          )
          await sleep(300)
          if (!isExpected && process === current) begin()
        })
        .catch((error: unknown) => {
          crashes.push(String(error))
        })
    }
    begin()
    const isReady = (): boolean =>
      current.log.of(`${purpose === 'start' ? 'service' : 'worker'} started`).length > 0
    return {
      purpose,
      ready: async () => {
        const last = performance.now() + 60_000
        while (!isReady()) {
          if (performance.now() > last) throw new Error(`no ${purpose} within a minute`)
          await sleep(20)
        }
      },
      kill: async () => {
        isExpected = true
        await current.kill()
        begin()
      },
      stop: () => {
        isExpected = true
        return current.isRunning() ? current.stop() : current.ended
      },
      end: async () => {
        isExpected = true
        if (current.isRunning()) await current.kill()
      },
      url: () => current.url(),
    }
  }
  return {
    add,
    once: (purpose) => launch(purpose).ended,
    crashes,
    text: () => processes.map(({ pid, log }) => `--- process ${pid}\n${log.text()}`).join('\n'),
    takenIn: () =>
      new Set(
        processes.flatMap(({ log }) =>
          log.of('article taken in').map((line) => String(line['article'])),
        ),
      ),
  }
}
