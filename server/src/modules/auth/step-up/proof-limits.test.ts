import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Accreditation } from '@hub/contracts'
import { createLogger } from '@hub/kernel'
import express from 'express'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { errorHandler } from '../../../http/error-handler.ts'
import { createLimiter } from '../../../http/rate-limit.ts'
import { createProofLimits } from './proof-limits.ts'
import { wrongProofError } from './wrong-proof.ts'

let server: Server
const log = createLogger({ name: 'test', level: 'silent' })
/** Everybody comes from one address; the headers say who, and the body holds the proof. */
beforeEach(async () => {
  const app = express().use(express.json())
  app.use((req, _res, next) => {
    const login = String(req.headers['x-login'])
    const accreditation = String(req.headers['x-level']) as Accreditation
    const user = { id: login, login, displayName: login, email: null, accreditation, locale: 'fr' as const }
    req.session = { id: login, expiresAt: new Date(), user, stepUp: 'password' }
    next()
  })
  app.post('/', createProofLimits(createLimiter(log)), ({ body }, res) => {
    if (body.password !== 'right') throw wrongProofError()
    res.json({})
  })
  app.use(errorHandler(log))
  server = createServer(app)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
})
afterEach(() => void server.close())

async function prove(login: string, level: Accreditation, password = 'wrong'): Promise<number> {
  const { port } = server.address() as AddressInfo
  const headers = { 'content-type': 'application/json', 'x-login': login, 'x-level': level }
  const answer = await fetch(`http://127.0.0.1:${port}/`, {
    method: 'POST',
    headers,
    body: JSON.stringify({ password }),
  })
  return answer.status
}
/** Five wrong proofs of each of `count` people. */
async function guess(level: Accreditation, count: number): Promise<void> {
  for (let n = 0; n < count * 5; n += 1)
    expect(await prove(`${level}-${n % count}`, level), `guess ${n}`).toBe(403)
}

it('closes for the account that guesses, and for it alone', async () => {
  await guess('N0', 1)
  expect(await prove('N0-0', 'N0', 'right')).toBe(429)
  expect(await prove('other', 'N0', 'right')).toBe(200)
})

it.each<Accreditation>(['N0', 'N1'])('lets no number of %s accounts keep a decider out', async (level) => {
  await guess(level, 20)
  expect(await prove('another', level, 'right')).toBe(429)
  expect(await prove('approver', 'N2', 'right')).toBe(200)
})

it('closes for the deciders of an address after a hundred wrong proofs of theirs', async () => {
  await guess('N3', 20)
  expect(await prove('approver', 'N2', 'right')).toBe(429)
  expect(await prove('reader', 'N1', 'right')).toBe(200)
})
