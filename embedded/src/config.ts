import { ConfigError, type Env, loadConfig, portValue } from '@hub/kernel'
import { z } from 'zod'
import { realSystems } from './shared-env.ts'

const knownPassword = 'Widip-demo-2026'

const EmbeddedEnv = z.object({
  HUB_HOST: z.string().default('127.0.0.1'),
  HUB_PORT: portValue.default(3002),
  MCP_PORT: portValue.default(3001),
  ESTATE_PORT: portValue.default(3010),
  HUB_DATA_DIR: z.string().default('.hub'),
  HUB_DEMO_PASSWORD: z.string().min(8).max(72).default(knownPassword),
  LOG_LEVEL: z.string().default('info'),
})
export type EmbeddedEnv = z.infer<typeof EmbeddedEnv>

/**
 * Configuration of the embedded mode; everything has a default.
 * @param env without empty values
 * @throws ConfigError for an address outside this machine, real systems behind the known password, or a real
 *   mail server for made-up clients
 */
export function loadEmbeddedConfig(env: Env): EmbeddedEnv {
  const config = loadConfig(EmbeddedEnv, env)
  assertLoopback(config.HUB_HOST)
  const systems = realSystems(env)
  const [real] = systems
  if (systems.includes('SMTP') && !systems.includes('GLPI'))
    throw new ConfigError(
      'configuration: SMTP_URL names a real mail server, but the clients of the demo GLPI are made up: set GLPI_URL too',
    )
  if (real && config.HUB_DEMO_PASSWORD === knownPassword)
    throw new ConfigError(
      `configuration: HUB_DEMO_PASSWORD: ${real}_URL names a real system, set a password that is not the known one of the demo`,
    )
  return config
}

const loopback = /^(127(\.\d{1,3}){3}|localhost)$/

/** The demo accounts are for this machine only. Addresses are built from the name, so ::1 is refused too. */
function assertLoopback(host: string): void {
  if (!loopback.test(host))
    throw new ConfigError(
      `configuration: HUB_HOST=${host}: the embedded mode has demo accounts and listens on this machine only, use 127.0.0.1`,
    )
}
