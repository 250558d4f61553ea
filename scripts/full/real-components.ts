import { chromiumPackages, chromiumPath } from './chromium.ts'
import { ensurePackages, MissingPackagesError } from './packages.ts'
import { startPostgres } from './postgres.ts'
import { postgresPackages } from './postgres-home.ts'
import { redisPackages, startRedis } from './redis.ts'
import { sambaPackages, startSamba } from './samba.ts'

export interface RealComponents {
  /** What the suites read to find the components (TEST_...). */
  env: NodeJS.ProcessEnv
  close(): Promise<void>
}

/**
 * Installs what is missing and starts PostgreSQL, Redis and Samba side by side. Throws when one of them does
 * not start (the others are closed), and MissingPackagesError when this machine cannot run them at all.
 */
export async function startRealComponents(): Promise<RealComponents> {
  await ensurePackages([...chromiumPackages, ...redisPackages, ...sambaPackages, ...postgresPackages()])
  if (process.getuid?.() !== 0)
    throw new MissingPackagesError('missing root rights: chroot and LDAP ports need them')
  const starting = [startPostgres(), startRedis(), startSamba()] as const
  try {
    const [postgres, redis, samba] = await Promise.all(starting)
    const env = {
      TEST_DATABASE_ADMIN_URL: postgres.adminUrl,
      TEST_REDIS_URL: redis.url,
      TEST_SAMBA_URL: samba.url,
      TEST_SAMBA_CA_FILE: samba.caFile,
      TEST_SAMBA_BASE_DN: samba.baseDn,
      TEST_SAMBA_BIND_USER: samba.adminUpn,
      TEST_SAMBA_BIND_PASSWORD: samba.adminPassword,
      TEST_CHROMIUM: chromiumPath(),
    }
    return { env, close: () => closeAll(starting) }
  } catch (error) {
    await closeAll(starting)
    throw error
  }
}

async function closeAll(starting: readonly Promise<{ close(): Promise<void> }>[]): Promise<void> {
  const started = await Promise.allSettled(starting)
  await Promise.all(
    started.map((result) => (result.status === 'fulfilled' ? result.value.close() : undefined)),
  )
}
