import { type ChatMessage, ChatMessagePage, type StreamEvent } from '@hub/contracts'
import { type ApiClient, parseEvents } from './api-client.ts'
import type { TestHub } from './start-test-hub.ts'

/** Conversations of one person, with a model that says what it is told. */
export interface Talks {
  /** The model's next answers. */
  say(...texts: string[]): void
  /** What the model was last given, without its rules. */
  prompt(): string[]
  /** Asks, and waits for the whole answer. */
  send(input: Record<string, unknown>): Promise<StreamEvent[]>
  /** A page of what a conversation shows. */
  messages(id: string, query?: string): Promise<ChatMessage[]>
  /** A stored conversation of questions and answers: `q1`, `a1`, `q2`, `a2`. */
  talk(turns?: number): Promise<{ id: string; rows: ChatMessage[] }>
}

/** Conversations of `client` on a Hub whose model is Ollama's. */
export function talksOf(hub: TestHub, client: ApiClient): Talks {
  const { control } = hub.estate.ollama
  const messages = async (id: string, query = '') => {
    const page = await client.get(`/api/chat/conversations/${id}/messages${query}`)
    return ChatMessagePage.parse(page.body).items
  }
  return {
    say: (...texts) => control.reply(...texts.map((text) => ({ parts: [{ text }] }))),
    prompt() {
      const body = control.requests.at(-1)?.body as { messages: { role: string; content: string }[] }
      return body.messages.filter(({ role }) => role !== 'system').map(({ content }) => content)
    },
    async send(input) {
      const answer = await client.send('POST', '/api/chat/message', { mode: 'code', ...input })
      if (answer.status !== 200) throw new Error(JSON.stringify(answer.body))
      return parseEvents(String(answer.body.text))
    },
    messages,
    async talk(turns = 2) {
      const id = String((await client.send('POST', '/api/chat/conversations', { title: 'q1' })).body.id)
      for (let turn = 1; turn <= turns; turn += 1)
        for (const role of ['user', 'assistant']) {
          const content = `${role === 'user' ? 'q' : 'a'}${turn}`
          const data = { conversationId: id, role, mode: 'code', content, status: 'complete' }
          await hub.db.message.create({ data })
        }
      return { id, rows: await messages(id) }
    },
  }
}

export const pathOf = (conversationId: unknown): string => `/api/chat/conversations/${conversationId}`
export const textsOf = (rows: ChatMessage[]): string[] => rows.map(({ content }) => content)

/** A message of a page; counted from its end below zero. */
export function at(rows: ChatMessage[], index: number): ChatMessage {
  const row = rows.at(index)
  if (!row) throw new Error(`no message ${index}`)
  return row
}
