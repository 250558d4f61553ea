import { Agent, request } from 'node:http'
import { z } from 'zod'

// Sends what its parent gives it, over connections that stay open, in a process of its own.
const Order = z.object({
  url: z.string(),
  secret: z.string(),
  bodies: z.array(z.string()),
  lanes: z.number(),
})

process.on('message', (message) => {
  sendAll(Order.parse(message)).then(
    (sent) => process.send?.(sent),
    (err: unknown) => {
      console.error(err)
      process.exit(1)
    },
  )
})
process.send?.({ ready: true })

async function sendAll({ url, secret, bodies, lanes }: z.infer<typeof Order>) {
  const agent = new Agent({ keepAlive: true, maxSockets: lanes })
  const latencies: number[] = []
  let accepted = 0
  let next = 0
  const lane = async () => {
    for (let body = bodies[next++]; body !== undefined; body = bodies[next++]) {
      const from = performance.now()
      if ((await send({ url, secret, body, agent })) === 200) accepted += 1
      latencies.push(performance.now() - from)
    }
  }
  const from = performance.now()
  await Promise.all(Array.from({ length: lanes }, lane))
  const seconds = (performance.now() - from) / 1_000
  agent.destroy()
  const p99 = latencies.toSorted((a, b) => a - b)[Math.ceil(latencies.length * 0.99) - 1] ?? 0
  return { accepted, seconds, p99 }
}

function send(one: { url: string; secret: string; body: string; agent: Agent }): Promise<number | undefined> {
  const { url, secret, body, agent } = one
  const headers = {
    authorization: secret,
    'content-type': 'application/json',
    'content-length': Buffer.byteLength(body),
  }
  return new Promise((resolve, reject) => {
    const sent = request(url, { method: 'POST', agent, headers }, (answer) => {
      answer.resume()
      answer.once('end', () => resolve(answer.statusCode))
    })
    sent.once('error', reject)
    sent.end(body)
  })
}
