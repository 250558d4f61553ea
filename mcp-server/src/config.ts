import { Accreditation } from '@hub/contracts'
import { listValue, portValue, secretValue } from '@hub/kernel'
import { EmbeddingsEnv } from '@hub/knowledge'
import { z } from 'zod'

const optional = z.string().optional()

/** Environment of the MCP server, the only process that holds credentials of outside systems. */
export const McpEnv = z.object({
  HUB_HOST: z.string().default('127.0.0.1'),
  MCP_PORT: portValue.default(3001),
  /** More names this server answers to, for clients outside this machine. */
  MCP_ALLOWED_HOSTS: listValue,
  LOG_LEVEL: z.string().default('info'),
  DATABASE_URL: z.string().min(1),
  REDIS_URL: optional,
  HUB_PUBLIC_URL: z.url().default('http://127.0.0.1:3002'),
  /** Signs who acts for the Hub's own processes. */
  MCP_ASSERTION_SECRET: secretValue(32),
  /** Key of outside MCP clients; without it there are none. */
  MCP_API_KEY: secretValue(32).optional(),
  MCP_API_KEY_ACCREDITATION: Accreditation.default('N1'),
  /** Login of the person whose key it is: what it asks for counts as asked by them. */
  MCP_API_KEY_OWNER: optional,
  HUB_ENCRYPTION_KEY: secretValue(32),
  ...EmbeddingsEnv.shape,
  SAFEGUARD_POLICY_FILE: optional,
  /**
   * Longest time of one effect; whatever has not ended soon after it ends as `unknown`. Longer than the default would
   * overrun the time of a whole call (`longestCallMs`).
   */
  TOOL_EFFECT_TIMEOUT_MS: z.coerce.number().int().min(1_000).max(45_000).default(45_000),
  GLPI_URL: z.url(),
  /** Which API of GLPI; only its own variables are needed. */
  GLPI_API: z.enum(['legacy', 'v2']).default('legacy'),
  GLPI_APP_TOKEN: optional,
  GLPI_USER_TOKEN: optional,
  GLPI_OAUTH_CLIENT_ID: optional,
  GLPI_OAUTH_CLIENT_SECRET: optional,
  GLPI_USERNAME: optional,
  GLPI_PASSWORD: optional,
  GLPI_TIME_ZONE: z.string().default('Europe/Paris'),
  /** Which program watches the network; only its own variables are needed. */
  NETWORK_DRIVER: z.enum(['observium', 'librenms']).default('observium'),
  LIBRENMS_URL: z.url().optional(),
  LIBRENMS_TOKEN: optional,
  LIBRENMS_TIME_ZONE: z.string().default('Europe/Paris'),
  OBSERVIUM_URL: z.url().optional(),
  OBSERVIUM_USER: optional,
  OBSERVIUM_PASSWORD: optional,
  OBSERVIUM_TOKEN: optional,
  OBSERVIUM_TIME_ZONE: z.string().default('Europe/Paris'),
  /** What marks service accounts and VIPs in the directory; comma lists. */
  AD_SERVICE_PREFIXES: listValue,
  AD_SERVICE_CONTAINERS: listValue,
  AD_VIP_GROUPS: listValue,
  /** Units of the directory that hold nothing but the units of the clients; comma list. */
  AD_CLIENT_CONTAINERS: listValue,
  AD_URL: z.url({ protocol: /^ldaps$/, error: 'must be an ldaps:// address' }),
  AD_BIND_DN: z.string().min(1),
  AD_BIND_PASSWORD: z.string().min(1),
  AD_BASE_DN: z.string().min(1),
  AD_CA_FILE: optional,
  /** More domains beside that one: a YAML or JSON file. */
  AD_DOMAINS_FILE: optional,
  /** Groups that give power although their identifier does not say so; comma list. */
  AD_PRIVILEGED_GROUPS: listValue,
  /** Without it no mail is sent, and the mail tool says so. */
  SMTP_URL: z.url({ protocol: /^smtps?$/, error: 'must be an smtps:// or smtp:// address' }).optional(),
  SMTP_USER: optional,
  SMTP_PASSWORD: optional,
  SMTP_CA_FILE: optional,
  /** Sender, e.g. `Support <support@example.org>`. */
  MAIL_FROM: optional,
})
export type McpEnv = z.infer<typeof McpEnv>
