import {
  ChatMessagePage,
  Conversation,
  ConversationExport,
  ConversationPage,
  CreateConversation,
  ExportQuery,
  ListConversations,
  PageQuery,
  ShowBranch,
  UpdateConversation,
} from '@hub/contracts'
import { type DocumentedRoute, ok } from '../documented-route.ts'

export const conversationRoutes: DocumentedRoute[] = [
  {
    method: 'get',
    path: '/api/chat/conversations',
    tag: 'chat',
    summary:
      'Own conversations, pinned ones first, then the newest; with `q` those whose title or messages hold its words.',
    query: ListConversations,
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
    summary: 'Rename, pin, archive or bind.',
    body: UpdateConversation,
    answer: ok(Conversation),
  },
  {
    method: 'delete',
    path: '/api/chat/conversations/{id}',
    tag: 'chat',
    summary: 'Delete; it can be restored.',
    answer: { status: 204 },
  },
  {
    method: 'get',
    path: '/api/chat/conversations/{id}/messages',
    tag: 'chat',
    summary:
      'Messages of the branch that is shown, oldest first within a page; the cursor leads to older ones.',
    query: PageQuery,
    answer: ok(ChatMessagePage),
  },
  {
    method: 'post',
    path: '/api/chat/conversations/{id}/restore',
    tag: 'chat',
    summary: 'Take a deletion back.',
    answer: ok(Conversation),
  },
  {
    method: 'put',
    path: '/api/chat/conversations/{id}/leaf',
    tag: 'chat',
    summary: 'Show the branch that goes through a message.',
    body: ShowBranch,
    answer: ok(Conversation),
  },
  {
    method: 'get',
    path: '/api/chat/conversations/{id}/export',
    tag: 'chat',
    summary: 'Download the branch that is shown, as Markdown or JSON.',
    query: ExportQuery,
    answer: ok(ConversationExport),
  },
]
