import {
  Approval,
  ApprovalPage,
  ApproveInput,
  CancelInput,
  ChatMessagePage,
  Conversation,
  ConversationPage,
  CreateConversation,
  DeferInput,
  HealthReport,
  KnowledgeDocument,
  LoginInput,
  LoginResult,
  Me,
  PageQuery,
  RejectInput,
  RevealedSecret,
  SendMessage,
  TokenUsage,
  UpdateConversation,
  User,
} from '@hub/contracts'
import { z } from 'zod'
import { UpdateMe } from '../modules/auth/index.ts'
import { HistoryQuery } from '../modules/safeguard/index.ts'

/** One route of the API, as its documentation tells it. */
export interface DocumentedRoute {
  method: 'get' | 'post' | 'patch' | 'delete'
  path: string
  summary: string
  tag: string
  body?: z.ZodType
  query?: z.ZodObject
  answer?: { status: number; schema: z.ZodType } | { status: 204 } | { status: 200; eventStream: true }
  isPublic?: true
}

const DemoAccounts = z.object({ accounts: z.array(User), password: z.string() })

const ok = (schema: z.ZodType) => ({ status: 200, schema })

const auth: DocumentedRoute[] = [
  {
    method: 'post',
    path: '/api/auth/login',
    tag: 'auth',
    summary:
      'Open a session. The same answer for an unknown login and a wrong password; 5 failures a minute.',
    body: LoginInput,
    answer: ok(LoginResult),
    isPublic: true,
  },
  {
    method: 'post',
    path: '/api/auth/logout',
    tag: 'auth',
    summary: 'End the session on every replica.',
    answer: { status: 204 },
  },
  { method: 'get', path: '/api/auth/me', tag: 'auth', summary: 'Who is signed in.', answer: ok(Me) },
  {
    method: 'patch',
    path: '/api/auth/me',
    tag: 'auth',
    summary: 'Choose the language.',
    body: UpdateMe,
    answer: ok(User),
  },
  {
    method: 'get',
    path: '/api/auth/demo',
    tag: 'auth',
    summary: 'The demo accounts; only in embedded mode with a demo password.',
    answer: ok(DemoAccounts),
    isPublic: true,
  },
]

const chat: DocumentedRoute[] = [
  {
    method: 'post',
    path: '/api/chat/message',
    tag: 'chat',
    summary:
      'Ask WIBOT. Answers a stream of start, delta, tool_call, tool_result, sources, usage, error, done; 30 a minute.',
    body: SendMessage,
    answer: { status: 200, eventStream: true },
  },
  {
    method: 'get',
    path: '/api/chat/messages/{id}/stream',
    tag: 'chat',
    summary: 'Resume the stream of an answer after Last-Event-ID.',
    answer: { status: 200, eventStream: true },
  },
  {
    method: 'post',
    path: '/api/chat/messages/{id}/stop',
    tag: 'chat',
    summary: 'Stop an answer.',
    answer: { status: 204 },
  },
  {
    method: 'get',
    path: '/api/chat/tokens',
    tag: 'chat',
    summary: 'Tokens of this month and the quota.',
    answer: ok(TokenUsage),
  },
  {
    method: 'get',
    path: '/api/chat/conversations',
    tag: 'chat',
    summary: 'Own conversations, newest first.',
    query: PageQuery,
    answer: ok(ConversationPage),
  },
  {
    method: 'post',
    path: '/api/chat/conversations',
    tag: 'chat',
    summary: 'Create a conversation.',
    body: CreateConversation,
    answer: { status: 201, schema: Conversation },
  },
  {
    method: 'get',
    path: '/api/chat/conversations/{id}',
    tag: 'chat',
    summary: 'Read one; 404 when it is not yours.',
    answer: ok(Conversation),
  },
  {
    method: 'patch',
    path: '/api/chat/conversations/{id}',
    tag: 'chat',
    summary: 'Rename or pin.',
    body: UpdateConversation,
    answer: ok(Conversation),
  },
  {
    method: 'delete',
    path: '/api/chat/conversations/{id}',
    tag: 'chat',
    summary: 'Delete.',
    answer: { status: 204 },
  },
  {
    method: 'get',
    path: '/api/chat/conversations/{id}/messages',
    tag: 'chat',
    summary: 'Messages, oldest first within a page; the cursor leads to older ones.',
    query: PageQuery,
    answer: ok(ChatMessagePage),
  },
]

const decide = (verb: string, summary: string, body: z.ZodType): DocumentedRoute => ({
  method: 'post',
  path: `/api/safeguard/{id}/${verb}`,
  tag: 'safeguard',
  summary,
  body,
  answer: ok(Approval),
})

const safeguard: DocumentedRoute[] = [
  {
    method: 'get',
    path: '/api/safeguard/pending',
    tag: 'safeguard',
    summary: 'Requests to decide, most urgent first (N1+).',
    answer: ok(ApprovalPage),
  },
  {
    method: 'get',
    path: '/api/safeguard/history',
    tag: 'safeguard',
    summary: 'Ended requests, newest first (N1+).',
    query: HistoryQuery,
    answer: ok(ApprovalPage),
  },
  {
    method: 'get',
    path: '/api/safeguard/{id}',
    tag: 'safeguard',
    summary: 'One request (N1+).',
    answer: ok(Approval),
  },
  decide('approve', 'Approve exactly the action with this digest.', ApproveInput),
  decide('reject', 'Reject, with a reason.', RejectInput),
  decide('defer', 'Decide later; the expiry moves within the policy.', DeferInput),
  decide('cancel', 'Take one’s own request back.', CancelInput),
  {
    method: 'post',
    path: '/api/safeguard/{id}/secret',
    tag: 'safeguard',
    summary: 'Show a generated password, once, to the requester or an approver.',
    answer: ok(RevealedSecret),
  },
]

const others: DocumentedRoute[] = [
  {
    method: 'get',
    path: '/api/workflows/health',
    tag: 'health',
    summary: 'State of what the Hub depends on (N1+).',
    answer: ok(HealthReport),
  },
  {
    method: 'get',
    path: '/api/knowledge/documents/{id}',
    tag: 'knowledge',
    summary: 'A document that a citation opens.',
    answer: ok(KnowledgeDocument),
  },
]

export const documentedRoutes: DocumentedRoute[] = [...auth, ...chat, ...safeguard, ...others]
