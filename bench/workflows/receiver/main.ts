import { randomBytes } from 'node:crypto'
import { createServer, type RequestListener } from 'node:http'
import { createRequire } from 'node:module'
import type { AddressInfo } from 'node:net'
import { createLogger } from '@hub/kernel'
import { startServer } from '@hub/server'
import pg from 'pg'

interface Route {
  post(
    path: string,
    json: unknown,
    take: (req: { body: unknown }, res: Answer) => Promise<void>,
  ): RequestListener
}
interface Answer {
  json(value: unknown): void
}
/** The very Express of our server. */
const express: { (): Route; json(): unknown } = createRequire(import.meta.resolve('@hub/server'))('express')

// Takes notifications, in a process of its own: `hub` is our server, `bare` an Express route that inserts one row.
const { BENCH_KIND: kind, BENCH_DATABASE_URL: url = '', BENCH_SECRET: secret = '' } = process.env
process.send?.({ url: kind === 'hub' ? await startHub() : await startBare() })

async function startHub(): Promise<string> {
  const any = () => randomBytes(32).toString('base64url')
  const env = {
    DATABASE_URL: url,
    HUB_MODE: 'embedded',
    HUB_PORT: '0',
    JWT_SECRET: any(),
    HUB_ENCRYPTION_KEY: any(),
    MCP_ASSERTION_SECRET: any(),
    OBSERVIUM_WEBHOOK_SECRET: secret,
  }
  const server = await startServer(env, { log: createLogger({ name: 'bench', level: 'error' }) })
  return `${server.url}/api/workflows/webhook/observium`
}

async function startBare(): Promise<string> {
  const pool = new pg.Pool({ connectionString: url, max: 10 })
  await pool.query('CREATE TABLE bare (id bigserial PRIMARY KEY, body jsonb NOT NULL)')
  const app = express().post('/', express.json(), async (req, res) => {
    await pool.query('INSERT INTO bare (body) VALUES ($1)', [JSON.stringify(req.body)])
    res.json({ status: 'successful' })
  })
  const server = createServer(app).listen(0, '127.0.0.1')
  await new Promise((resolve) => server.once('listening', resolve))
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`
}
