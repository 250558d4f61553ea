import { ConfigError, portValue } from '@hub/kernel'
import { z } from 'zod'

/** Environment of the embedded mode; everything has a default. */
export const EmbeddedEnv = z.object({
  HUB_HOST: z.string().default('127.0.0.1'),
  HUB_PORT: portValue.default(3002),
  MCP_PORT: portValue.default(3001),
  ESTATE_PORT: portValue.default(3010),
  HUB_DATA_DIR: z.string().default('.hub'),
  HUB_DEMO_PASSWORD: z.string().min(8).max(72).default('Widip-demo-2026'),
  LOG_LEVEL: z.string().default('info'),
})
export type EmbeddedEnv = z.infer<typeof EmbeddedEnv>

const loopback = /^(127(\.\d{1,3}){3}|localhost|::1)$/

/**
 * The demo accounts have a known password: they are for this machine only.
 * @throws ConfigError for any other address
 */
export function assertLoopback(host: string): void {
  if (!loopback.test(host))
    throw new ConfigError(
      `configuration: HUB_HOST=${host}: the embedded mode has demo accounts and listens on this machine only (127.0.0.1)`,
    )
}
