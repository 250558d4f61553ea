import { ChatProviders, ChatUsage, ProviderTest, TestProvider, UsageQuery } from '@hub/contracts'
import { type DocumentedRoute, ok } from '../documented-route.ts'

export const chatEngineRoutes: DocumentedRoute[] = [
  {
    method: 'get',
    path: '/api/chat/providers',
    tag: 'chat',
    summary: 'The engines in order, who answers, latency and errors as this process has seen them; N3.',
    answer: ok(ChatProviders),
  },
  {
    method: 'post',
    path: '/api/chat/providers/{id}/test',
    tag: 'chat',
    summary: 'Ask one engine a tiny question; N3, 6 a minute.',
    body: TestProvider,
    answer: ok(ProviderTest),
  },
  {
    method: 'get',
    path: '/api/chat/usage',
    tag: 'chat',
    summary: 'Tokens by day, mode and model, the quota and its renewal; `userId` for N4.',
    query: UsageQuery,
    answer: ok(ChatUsage),
  },
]
