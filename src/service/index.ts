export { serve, type Served, type ServeOptions } from './http.ts'
export { createMetrics, type Metrics, type Readings } from './metrics.ts'
