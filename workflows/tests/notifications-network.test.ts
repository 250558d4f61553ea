import { afterAll, beforeAll, expect, it } from 'vitest'
import type { HttpTarget } from '../src/notifications/channels/channel.ts'
import { judgeFailure } from '../src/notifications/send/http-verdict.ts'
import { postJson } from '../src/notifications/send/post-json.ts'
import { selfSigned } from './harness/certificate.ts'
import { type HttpReceiver, startHttpReceiver } from './harness/http-receiver.ts'

let receiver: HttpReceiver
let ca: string
beforeAll(async () => {
  const tls = await selfSigned()
  ca = tls.cert
  receiver = await startHttpReceiver(tls)
})
afterAll(() => receiver.close())

const target = (more: Partial<HttpTarget>, host = '127.0.0.1'): HttpTarget => {
  const url = new URL(receiver.url)
  url.hostname = host
  return { url, allowPrivate: false, allowLoopback: true, ca, ...more }
}
const post = (to: HttpTarget) => postJson(to, { body: '{}' }).catch(judgeFailure)

it('speaks TLS with a certificate authority of its own', async () => {
  expect(await post(target({}))).toMatchObject({ status: 200 })
})

it('sends nothing to a receiver that nobody vouches for', async () => {
  const before = receiver.received.length
  expect(await post(target({ ca: undefined }))).toEqual({
    kind: 'retry',
    reason: 'DEPTH_ZERO_SELF_SIGNED_CERT',
  })
  expect(receiver.received).toHaveLength(before)
})

it('connects to no name that leads inside, when it is resolved', async () => {
  const before = receiver.received.length
  const refused = {
    kind: 'give_up',
    reason: 'the name leads to an address that is not allowed (allowPrivate)',
  }
  expect(await post(target({ allowLoopback: false }, 'localhost'))).toEqual(refused)
  expect(await post(target({ allowLoopback: false, allowPrivate: true }, 'localhost'))).toEqual(refused)
  expect(receiver.received).toHaveLength(before)
})
