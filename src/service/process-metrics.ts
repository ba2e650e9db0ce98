import { Counter, Gauge, type OpenMetricsContentType, type Registry } from 'prom-client'

/**
 * The usual numbers about a process, under their usual names. Not prom-client's own set: that
 * watches garbage collection and the event loop for as long as the process lives.
 */
export function addProcessMetrics(registry: Registry<OpenMetricsContentType>): void {
  const registers = [registry]
  let counted = 0
  new Counter({
    name: 'process_cpu_seconds_total',
    help: 'Processor time used',
    registers,
    collect() {
      const { user, system } = process.cpuUsage()
      const seconds = (user + system) / 1e6
      this.inc(Math.max(0, seconds - counted))
      counted = seconds
    },
  })
  const gauge = (name: string, help: string, read: () => number): void => {
    new Gauge({
      name,
      help,
      registers,
      collect() {
        this.set(read())
      },
    })
  }
  gauge('process_start_time_seconds', 'When the process began, Unix time', () =>
    Math.round(Date.now() / 1000 - process.uptime()),
  )
  gauge('process_resident_memory_bytes', 'Memory in use', () => process.memoryUsage.rss())
  gauge('nodejs_heap_size_used_bytes', 'Memory of JavaScript objects', () => {
    return process.memoryUsage().heapUsed
  })
}
