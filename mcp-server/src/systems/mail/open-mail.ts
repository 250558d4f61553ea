import type { HttpLog } from '@hub/kernel'
import type { McpEnv } from '../../config.ts'
import { createMailClient, type MailClient } from './client/create-client.ts'
import { configured } from './configured.ts'

type MailEnv = Pick<McpEnv, 'SMTP_URL' | 'SMTP_USER' | 'SMTP_PASSWORD' | 'SMTP_CA_FILE' | 'MAIL_FROM'>

/**
 * The mail server of the configuration, undefined when it names none.
 * @throws ConfigError naming a wrong value
 */
export function openMail(env: MailEnv, log: HttpLog): MailClient | undefined {
  if (env.SMTP_URL === undefined) return undefined
  return createMailClient({
    url: env.SMTP_URL,
    user: env.SMTP_USER,
    password: env.SMTP_PASSWORD,
    caFile: env.SMTP_CA_FILE,
    from: env.MAIL_FROM,
    log,
  })
}

/** One look at the mail server, in milliseconds. @throws UpstreamError, also when there is none */
export async function pingMail(mail: MailClient | undefined, signal: AbortSignal): Promise<number> {
  return configured(mail).ping(signal)
}
