import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { coreDevice, type Estate } from '@hub/estate'
import type { Env } from '@hub/kernel'
import type { Secrets } from './secrets.ts'
import type { SystemName } from './shared-env.ts'

/** The demo systems as configuration; writes the certificates of the demo directory and mail server into `dataDir`. */
export function demoSystemEnv(
  estate: Estate,
  { dataDir, secrets }: { dataDir: string; secrets: Secrets },
): Record<SystemName, Env> {
  const { glpi, observium, librenms, directory, mail } = estate
  const caFile = join(dataDir, 'demo-directory-ca.pem')
  writeFileSync(caFile, directory.caPem)
  const mailCaFile = join(dataDir, 'demo-mail-ca.pem')
  writeFileSync(mailCaFile, mail.caPem)
  return {
    GLPI: {
      GLPI_URL: glpi.url,
      GLPI_APP_TOKEN: glpi.appToken,
      GLPI_USER_TOKEN: glpi.userToken,
      GLPI_WEBHOOK_SECRET: secrets.glpiWebhookSecret,
    },
    OBSERVIUM: {
      OBSERVIUM_URL: observium.url,
      OBSERVIUM_USER: observium.user,
      OBSERVIUM_PASSWORD: observium.password,
      OBSERVIUM_WEBHOOK_SECRET: secrets.observiumWebhookSecret,
    },
    LIBRENMS: { LIBRENMS_URL: librenms.url, LIBRENMS_TOKEN: librenms.token },
    AD: {
      AD_URL: directory.url,
      AD_BIND_DN: directory.bindDn,
      AD_BIND_PASSWORD: directory.bindPassword,
      AD_BASE_DN: directory.baseDn,
      AD_CA_FILE: caFile,
    },
    SMTP: {
      SMTP_URL: mail.url,
      SMTP_USER: mail.user,
      SMTP_PASSWORD: mail.password,
      SMTP_CA_FILE: mailCaFile,
      MAIL_FROM: 'Support WIDIP <support@widip.example>',
    },
  }
}

/** What the workflows are told about the demo world: our own core, and who takes what is left to people. */
export function demoWorkflowsEnv(real: readonly SystemName[]): Env {
  const isWatched = !real.includes('OBSERVIUM') && !real.includes('LIBRENMS')
  return {
    ...(isWatched && { SENTINEL_CORE_DEVICES: coreDevice }),
    ...(!real.includes('GLPI') && { SUPPORT_ESCALATION_TECHNICIAN: 'jdupont' }),
  }
}
