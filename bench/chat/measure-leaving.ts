import { quantile } from '../safeguard/statistics.ts'
import type { Lab } from './start-lab.ts'

/**
 * Milliseconds from the stop button to the model server seeing its client gone. A reader who only leaves stops
 * nothing: the answer is kept, and can be resumed.
 */
export async function measureStop(lab: Lab, times: number): Promise<{ p50: number; worst: number }> {
  const freed: number[] = []
  for (let n = 0; n < times; n += 1) {
    const asker = lab.askers[n]
    if (!asker) throw new Error('nobody asks')
    const headers = { authorization: `Bearer ${asker.token}`, 'content-type': 'application/json' }
    const content = 'tokens=1000 everyMs=20'
    const body = JSON.stringify({ mode: 'code', content, conversationId: asker.conversationId })
    const answer = await fetch(`${lab.hub.url}/api/chat/message`, { method: 'POST', headers, body })
    const reader = answer.body?.getReader()
    if (!reader) throw new Error(`HTTP ${answer.status}`)
    const messageId = await messageIdOf(reader)
    const before = (await lab.leftAt()).length
    const stoppedAt = process.hrtime.bigint() / 1_000n
    await fetch(`${lab.hub.url}/api/chat/messages/${messageId}/stop`, { method: 'POST', headers })
    while (!(await reader.read()).done);
    let left = await lab.leftAt()
    for (let tries = 0; tries < 50 && left.length === before; tries += 1) {
      await new Promise((resolve) => setTimeout(resolve, 10))
      left = await lab.leftAt()
    }
    freed.push(Number((left[before] ?? stoppedAt + 10_000_000n) - stoppedAt) / 1_000)
  }
  return { p50: quantile(freed, 0.5), worst: Math.max(...freed) }
}

/** Reads on until the first token. */
async function messageIdOf(reader: ReadableStreamDefaultReader<Uint8Array>): Promise<string> {
  const decoder = new TextDecoder()
  let text = ''
  while (!text.includes('event: delta')) {
    const { done, value } = await reader.read()
    if (done) break
    text += decoder.decode(value, { stream: true })
  }
  return /"messageId":"([^"]+)"/.exec(text)?.[1] ?? ''
}
