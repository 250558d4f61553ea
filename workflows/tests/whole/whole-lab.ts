import { randomBytes } from 'node:crypto'
import { mkdtemp, rename, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { seedDemoUsers } from '@hub/server'
import { addMail } from '../harness/add-mail.ts'
import { firstAlone } from '../harness/first-alone.ts'
import { freePort } from '../harness/free-port.ts'
import { type HubProcess, startProcess } from '../harness/spawn-process.ts'
import { type SupportLab, startSupportLab } from '../support/support-lab.ts'

/** The whole Hub as processes that can be killed, around a database and a demo estate in the test's process. */
export interface WholeLab extends SupportLab {
  url: string
  password: string
  webhookSecret: string
  spawnServer(): Promise<HubProcess>
  /** A workflows process whose workflows go by the time of `pass`. */
  spawnWorker(): Promise<HubProcess>
  /** Lets time pass for the workflows and the demo systems, in minutes. */
  pass(minutes: number): Promise<void>
}

const secret = () => randomBytes(32).toString('base64url')

export async function startWholeLab(): Promise<WholeLab> {
  const folder = await mkdtemp(join(tmpdir(), 'hub-whole-'))
  const clockFile = join(folder, 'ahead')
  let aheadMs = 0
  const pass = async (minutes: number) => {
    aheadMs += minutes * 60_000
    // At once for who reads it in this moment.
    await writeFile(`${clockFile}.new`, String(aheadMs))
    await rename(`${clockFile}.new`, clockFile)
  }
  await pass(0)
  const [port, webhookSecret, password] = [await freePort(), secret(), secret()]
  const url = `http://127.0.0.1:${port}`
  const more = {
    HUB_MODE: 'embedded',
    HUB_PORT: String(port),
    HUB_PUBLIC_URL: url,
    JWT_SECRET: secret(),
    RATE_LIMIT_PER_MINUTE: '100000',
    OBSERVIUM_WEBHOOK_SECRET: webhookSecret,
    GLPI_WEBHOOK_SECRET: webhookSecret,
    CLOCK_FILE: clockFile,
    LOG_LEVEL: 'warn',
  }
  const base = await startSupportLab(more, { clock: () => new Date(Date.now() + aheadMs) })
  const { estate, env } = base
  await addMail(base)
  await seedDemoUsers(String(env.DATABASE_URL), password)
  estate.observium.setWebhook({ url: `${url}/api/workflows/webhook/observium`, token: webhookSecret })
  const spawned: HubProcess[] = []
  const keep = (started: HubProcess) => {
    spawned.push(started)
    return started
  }
  return {
    ...base,
    url,
    password,
    webhookSecret,
    pass,
    spawnServer: async () => keep(await startProcess('server/src/main.ts', { env, url: `${url}/healthz` })),
    spawnWorker: firstAlone(base.db, async () =>
      keep(await startProcess('workflows/tests/whole/whole-worker.ts', { env })),
    ),
    async close() {
      await Promise.all(spawned.map((one) => one.kill()))
      await base.close()
      await rm(folder, { recursive: true })
    },
  }
}
