import { randomBytes } from 'node:crypto'
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'

const Secrets = z.object({
  JWT_SECRET: z.string(),
  MCP_ASSERTION_SECRET: z.string(),
  MCP_API_KEY: z.string(),
  HUB_ENCRYPTION_KEY: z.string(),
  glpiAppToken: z.string(),
  glpiUserToken: z.string(),
  observiumPassword: z.string(),
  mistralApiKey: z.string(),
  directoryBindPassword: z.string(),
  observiumWebhookSecret: z.string(),
  glpiWebhookSecret: z.string(),
})
export type Secrets = z.infer<typeof Secrets>

/**
 * The random secrets of this installation, readable by its owner only: made at the first start, and what a newer
 * version needs besides at its first.
 */
export function openSecrets(dataDir: string): Secrets {
  const file = join(dataDir, 'secrets.json')
  const kept = existsSync(file) ? Secrets.partial().parse(JSON.parse(readFileSync(file, 'utf8'))) : {}
  const known = Secrets.safeParse(kept)
  if (known.success) return known.data
  const made = Object.keys(Secrets.shape).map((name) => [name, randomBytes(32).toString('base64url')])
  const secrets = { ...Object.fromEntries(made), ...kept }
  writeFileSync(`${file}.new`, JSON.stringify(secrets, null, 2), { mode: 0o600 })
  renameSync(`${file}.new`, file)
  return Secrets.parse(secrets)
}
