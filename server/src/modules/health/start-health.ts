import type { ServerContext } from '../../context.ts'
import { type HealthMonitor, startHealthMonitor } from './health-monitor.ts'
import { probeMcp, probeSystem } from './mcp-health.ts'
import { pingDatabase } from './ping-database.store.ts'

/** Starts watching everything this server depends on. */
export function startHealth(ctx: ServerContext): HealthMonitor {
  return startHealthMonitor(ctx, {
    database: async () => {
      await pingDatabase(ctx.db)
      return { state: 'up', detail: null }
    },
    bus: async () =>
      ctx.bus.isUp() ? { state: 'up', detail: null } : { state: 'down', detail: 'no connection' },
    mcp: probeMcp(ctx),
    glpi: probeSystem(ctx, 'glpi'),
    observium: probeSystem(ctx, 'observium'),
    ad: probeSystem(ctx, 'ad'),
    mail: probeSystem(ctx, 'mail'),
    model: (signal) => ctx.engine.health(signal),
  })
}
