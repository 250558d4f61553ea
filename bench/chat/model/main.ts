import { createServer } from 'node:http'
import { type ScriptedReply, startEstate } from '@hub/estate'

// The model server of the estate, which writes as it is asked to: "tokens=200 everyMs=20 firstMs=0". Each token
// carries its number and the instant of its writing (CLOCK_MONOTONIC, the same in all processes, in microseconds).

const estate = await startEstate()
const { control } = estate.ollama
const clock = () => process.hrtime.bigint() / 1_000n
const numberOf = (text: string, name: string) => Number(new RegExp(`${name}=(\\d+)`).exec(text)?.[1] ?? 0)

function tokenAt(index: number, stallMs: number) {
  return {
    get text() {
      return `${index}:${clock()}|`
    },
    ...(stallMs > 0 && { stallMs }),
  }
}

control.respondWith(({ body }): ScriptedReply => {
  const { messages = [] } = body as { messages?: { content: string }[] }
  const asked = messages.at(-1)?.content ?? ''
  const count = numberOf(asked, 'tokens')
  const everyMs = numberOf(asked, 'everyMs')
  return {
    parts: Array.from({ length: count }, (_, index) => tokenAt(index, index === 0 ? 0 : everyMs)),
    firstTokenMs: numberOf(asked, 'firstMs'),
    usage: { promptTokens: 1, completionTokens: count },
  }
})

// When clients left: looked at every millisecond, told on demand.
const left: string[] = []
setInterval(() => {
  while (left.length < control.disconnects().length) left.push(String(clock()))
}, 1)

createServer((_req, res) => {
  res.end(JSON.stringify({ url: estate.ollama.url, left }))
}).listen(Number(process.env.HUB_PORT), '127.0.0.1')
