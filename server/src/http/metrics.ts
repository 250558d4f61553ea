import { type RequestHandler, Router } from 'express'
import { collectDefaultMetrics, Histogram, type Metric, Registry } from 'prom-client'

/** Seconds; an answer of the assistant may take minutes. */
const buckets = [0.005, 0.02, 0.1, 0.5, 2, 10, 60, 180]

export interface Metrics {
  /** Measures every request under its route pattern, so that ids do not make new series. */
  measure: RequestHandler
  /** `GET /metrics`, Prometheus text. */
  routes: Router
}

/** The figures of this process; modules bring their own. */
export function createMetrics(own: Metric[] = []): Metrics {
  const registry = new Registry()
  for (const metric of own) registry.registerMetric(metric)
  collectDefaultMetrics({ register: registry })
  const duration = new Histogram({
    name: 'hub_http_request_duration_seconds',
    help: 'Time of HTTP requests',
    labelNames: ['method', 'route', 'status'],
    buckets,
    registers: [registry],
  })
  const routes = Router()
  routes.get('/metrics', async (_req, res) => {
    res.type(registry.contentType).send(await registry.metrics())
  })
  return {
    routes,
    measure(req, res, next) {
      const stop = duration.startTimer({ method: req.method })
      res.on('close', () => {
        const pattern: unknown = req.route?.path
        const route = typeof pattern === 'string' ? `${req.baseUrl}${pattern}` : 'other'
        stop({ route, status: res.statusCode })
      })
      next()
    },
  }
}
