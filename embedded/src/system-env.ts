import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Estate } from '@hub/estate'
import type { Env } from '@hub/kernel'
import type { SystemName } from './shared-env.ts'

/** The demo systems as configuration; writes the certificate of the demo directory into `dataDir`. */
export function demoSystemEnv(estate: Estate, dataDir: string): Record<SystemName, Env> {
  const { glpi, observium, librenms, directory } = estate
  const caFile = join(dataDir, 'demo-directory-ca.pem')
  writeFileSync(caFile, directory.caPem)
  return {
    GLPI: { GLPI_URL: glpi.url, GLPI_APP_TOKEN: glpi.appToken, GLPI_USER_TOKEN: glpi.userToken },
    OBSERVIUM: {
      OBSERVIUM_URL: observium.url,
      OBSERVIUM_USER: observium.user,
      OBSERVIUM_PASSWORD: observium.password,
    },
    LIBRENMS: { LIBRENMS_URL: librenms.url, LIBRENMS_TOKEN: librenms.token },
    AD: {
      AD_URL: directory.url,
      AD_BIND_DN: directory.bindDn,
      AD_BIND_PASSWORD: directory.bindPassword,
      AD_BASE_DN: directory.baseDn,
      AD_CA_FILE: caFile,
    },
  }
}
