import {
  type Conversation,
  LimitExceededError,
  NotFoundError,
  SendMessage,
  type TokenUsage,
  UpdateConversation,
  UpstreamError,
  ValidationError,
} from '@hub/contracts'
import { minutes } from '../data/make-approval.ts'
import type { MockRequest, Route } from '../http.ts'
import { type ChatStore, chatStore } from './chat-store.ts'
import { documents } from './documents.ts'
import { beginAnswer, newConversationId, streamAnswer } from './play-answer.ts'

const paths = {
  conversation: /^\/api\/chat\/conversations\/([^/]+)$/,
  messages: /^\/api\/chat\/conversations\/([^/]+)\/messages$/,
  stream: /^\/api\/chat\/messages\/([^/]+)\/stream$/,
  stop: /^\/api\/chat\/messages\/([^/]+)\/stop$/,
  document: /^\/api\/knowledge\/documents\/([^/]+)$/,
}

function found(store: ChatStore, id: string | undefined): Conversation {
  const conversation = store.conversations.find((one) => one.id === id)
  if (!conversation) throw new NotFoundError('Cette conversation n’existe pas.')
  return conversation
}

function send(request: MockRequest, store: ChatStore) {
  const { state, user, body, response } = request
  const parsed = SendMessage.safeParse(body)
  if (!parsed.success)
    throw new ValidationError('Le message n’est pas valide.', {
      fields: parsed.error.issues.map(({ path, message }) => ({ path: path.join('.'), message })),
    })
  const { content, mode } = parsed.data
  if (content === 'limite') throw new LimitExceededError('', { retryAfterSeconds: 17 })
  if (content === 'refus') throw new UpstreamError('Le modèle n’a pas pu être joint.')
  if (!user) return undefined
  const conversation = parsed.data.conversationId
    ? found(store, parsed.data.conversationId)
    : begin(store, content, mode)
  const scene = { state, user, conversationId: conversation.id, content, mode }
  const messageId = beginAnswer(store, scene)
  return streamAnswer(store, { messageId, after: 0, response })
}

function begin(store: ChatStore, content: string, mode: Conversation['mode']): Conversation {
  const at = minutes(0)
  const made = {
    id: newConversationId(),
    title: content.slice(0, 60),
    mode,
    pinned: false,
    createdAt: at,
    updatedAt: at,
    archived: false,
    binding: null,
    leafId: null,
    branchedFrom: null,
    streamingMessageId: null,
  }
  store.conversations.unshift(made)
  return made
}

function messagePage({ query }: MockRequest, store: ChatStore, id: string) {
  const all = store.messages.filter(({ conversationId }) => conversationId === found(store, id).id)
  const end = Number(query.get('cursor') ?? all.length)
  const start = Math.max(0, end - Number(query.get('limit') ?? 50))
  return { items: all.slice(start, end), nextCursor: start > 0 ? String(start) : null }
}

function one(request: MockRequest, store: ChatStore, id: string): unknown {
  const conversation = found(store, id)
  if (request.method === 'PATCH') Object.assign(conversation, UpdateConversation.parse(request.body))
  if (request.method === 'DELETE')
    store.conversations = store.conversations.filter((other) => other !== conversation)
  return conversation
}

const tokens = (store: ChatStore): TokenUsage => ({
  used: store.used,
  quota: 2_000_000,
  estimated: true,
  renewsAt: minutes(60 * 24 * 9),
})

function stop(store: ChatStore, messageId: string): object {
  const played = store.answers.get(messageId)
  if (!played) throw new NotFoundError('Cette réponse n’existe pas.')
  played.isStopped = true
  return {}
}

/** The chat of the Hub, with scripted answers. */
export const chatRoutes: Route = (request) => {
  const { method, path, state, user, response } = request
  if (!user) return undefined
  const store = chatStore(state)
  const idIn = (pattern: RegExp) => pattern.exec(path)?.[1]
  if (path === '/api/chat/message' && method === 'POST') return send(request, store)
  if (path === '/api/chat/tokens') return tokens(store)
  if (path === '/api/chat/conversations')
    return {
      items: [...store.conversations].sort((a, b) => b.updatedAt.localeCompare(a.updatedAt)),
      nextCursor: null,
    }
  const stream = idIn(paths.stream)
  if (stream) {
    const after = Number(response.req.headers['last-event-id'] ?? 0)
    return streamAnswer(store, { messageId: stream, after, response })
  }
  const stopped = idIn(paths.stop)
  if (stopped) return stop(store, stopped)
  const listed = idIn(paths.messages)
  if (listed) return messagePage(request, store, listed)
  const conversation = idIn(paths.conversation)
  if (conversation) return one(request, store, conversation)
  const document = idIn(paths.document)
  return document ? documents.find(({ id }) => id === document) : undefined
}
