import { readHub } from './read-hub.ts'
import type { Asker, Lab } from './start-lab.ts'
import { TokenCount } from './token-count.ts'

/** What is asked of the model server. */
export interface Script {
  tokens: number
  everyMs: number
  firstMs?: number
}

/** What came of one question; milliseconds. */
export interface Heard {
  /** From the question to its first token. */
  firstMs: number
  /** From the writing of each token to its reading. */
  delaysMs: number[]
  tokens: number
  /** Whether every token came once, in order. */
  isWhole: boolean
  /** How often a reader that was sent away went on where it stopped. */
  resumes: number
}

export type Way = 'direct' | 'hub'

type Asked = Script & { asker: Asker; delays?: boolean }

const questionOf = ({ tokens, everyMs, firstMs = 0 }: Script) =>
  `tokens=${tokens} everyMs=${everyMs} firstMs=${firstMs}`

/** Asks the model server, directly or through the Hub, and reads the answer as it comes. */
export async function ask(lab: Lab, way: Way, asked: Asked): Promise<Heard> {
  const sentAt = process.hrtime.bigint()
  const answer = await send(lab, way, asked)
  const count = new TokenCount({ sentAt, delays: asked.delays !== false })
  const resumes =
    way === 'hub'
      ? await readHub(answer, {
          onText: (text) => count.push(text),
          resume: (messageId, lastId) =>
            fetch(`${lab.hub.url}/api/chat/messages/${messageId}/stream`, {
              headers: { ...tokenOf(asked), 'last-event-id': String(lastId) },
            }),
        })
      : await readDirect(answer, (text) => count.push(text))
  const { firstMs, delaysMs, tokens, isOrdered } = count
  return { firstMs, delaysMs, tokens, isWhole: isOrdered && tokens === asked.tokens, resumes }
}

async function send(lab: Lab, way: Way, asked: Asked): Promise<Response> {
  const content = questionOf(asked)
  const { conversationId } = asked.asker
  const [url, body] =
    way === 'hub'
      ? [`${lab.hub.url}/api/chat/message`, { mode: 'code', content, conversationId }]
      : [
          `${lab.modelUrl}/api/chat`,
          { model: 'qwen3:8b', messages: [{ role: 'user', content }], stream: true },
        ]
  const headers = { 'content-type': 'application/json', ...(way === 'hub' && tokenOf(asked)) }
  const answer = await fetch(url, { method: 'POST', headers, body: JSON.stringify(body) })
  if (!answer.ok) throw new Error(`${way}: HTTP ${answer.status} ${await answer.text()}`)
  return answer
}

const tokenOf = ({ asker }: Asked) => ({ authorization: `Bearer ${asker.token}` })

async function readDirect(answer: Response, onText: (text: string) => void): Promise<number> {
  const decoder = new TextDecoder()
  let line = ''
  for await (const chunk of answer.body ?? []) {
    const lines = (line + decoder.decode(chunk, { stream: true })).split('\n')
    line = lines.pop() ?? ''
    for (const each of lines) onText(directText(each))
  }
  return 0
}

function directText(line: string): string {
  if (line === '') return ''
  return (JSON.parse(line) as { message?: { content: string } }).message?.content ?? ''
}
