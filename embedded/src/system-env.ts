import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Estate } from '@hub/estate'
import type { Env } from '@hub/kernel'

/** The demo systems as configuration. A system that the environment names itself is left to the environment. */
export function systemEnv(estate: Estate, env: Env, dataDir: string): Env {
  return {
    ...(env.GLPI_URL ? {} : glpiEnv(estate)),
    ...(env.OBSERVIUM_URL ? {} : observiumEnv(estate)),
    ...(env.AD_URL ? {} : directoryEnv(estate, dataDir)),
  }
}

function glpiEnv({ glpi }: Estate): Env {
  return { GLPI_URL: glpi.url, GLPI_APP_TOKEN: glpi.appToken, GLPI_USER_TOKEN: glpi.userToken }
}

function observiumEnv({ observium }: Estate): Env {
  return {
    OBSERVIUM_URL: observium.url,
    OBSERVIUM_USER: observium.user,
    OBSERVIUM_PASSWORD: observium.password,
  }
}

function directoryEnv({ directory }: Estate, dataDir: string): Env {
  const caFile = join(dataDir, 'demo-directory-ca.pem')
  writeFileSync(caFile, directory.caPem)
  return {
    AD_URL: directory.url,
    AD_BIND_DN: directory.bindDn,
    AD_BIND_PASSWORD: directory.bindPassword,
    AD_BASE_DN: directory.baseDn,
    AD_CA_FILE: caFile,
  }
}
