import type { Asker, Lab } from './start-lab.ts'

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
}

export type Way = 'direct' | 'hub'

const questionOf = ({ tokens, everyMs, firstMs = 0 }: Script) =>
  `tokens=${tokens} everyMs=${everyMs} firstMs=${firstMs}`

/** Asks the model server, directly or through the Hub, and reads the answer as it comes. */
export async function ask(
  lab: Lab,
  way: Way,
  asked: Script & { asker: Asker; delays?: boolean },
): Promise<Heard> {
  const sentAt = process.hrtime.bigint()
  const answer = await send(lab, way, asked)
  if (!answer.ok || !answer.body) throw new Error(`${way}: HTTP ${answer.status} ${await answer.text()}`)
  const heard: Heard = { firstMs: Number.NaN, delaysMs: [], tokens: 0, isWhole: true }
  const decoder = new TextDecoder()
  let rest = ''
  const onText = (text: string) => {
    const now = process.hrtime.bigint()
    const tokens = (rest + text).split('|')
    rest = tokens.pop() ?? ''
    for (const token of tokens) {
      const [index, writtenAt = '0'] = token.split(':')
      if (heard.tokens === 0) heard.firstMs = Number(now - sentAt) / 1e6
      heard.isWhole &&= Number(index) === heard.tokens
      heard.tokens += 1
      if (asked.delays !== false) heard.delaysMs.push((Number(now) - Number(writtenAt) * 1_000) / 1e6)
    }
  }
  const readLine = way === 'hub' ? hubText : directText
  let line = ''
  for await (const chunk of answer.body) {
    const lines = (line + decoder.decode(chunk, { stream: true })).split('\n')
    line = lines.pop() ?? ''
    for (const each of lines) onText(readLine(each))
  }
  heard.isWhole &&= heard.tokens === asked.tokens
  return heard
}

function send(lab: Lab, way: Way, asked: Script & { asker: Asker }): Promise<Response> {
  const content = questionOf(asked)
  const { token, conversationId } = asked.asker
  const [url, body] =
    way === 'hub'
      ? [`${lab.hub.url}/api/chat/message`, { mode: 'code', content, conversationId }]
      : [
          `${lab.modelUrl}/api/chat`,
          { model: 'qwen3:8b', messages: [{ role: 'user', content }], stream: true },
        ]
  const headers = {
    'content-type': 'application/json',
    ...(way === 'hub' && { authorization: `Bearer ${token}` }),
  }
  return fetch(url, { method: 'POST', headers, body: JSON.stringify(body) })
}

function hubText(line: string): string {
  if (!line.startsWith('data: {"type":"delta"')) return ''
  return (JSON.parse(line.slice(6)) as { text: string }).text
}

function directText(line: string): string {
  if (line === '') return ''
  return (JSON.parse(line) as { message?: { content: string } }).message?.content ?? ''
}
