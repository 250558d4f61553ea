import { QueryClientProvider } from '@tanstack/react-query'
import { cleanup, configure, render } from '@testing-library/react'
import { type ComponentType, createElement } from 'react'
import { createMemoryRouter } from 'react-router'
import { RouterProvider } from 'react-router/dom'
import { vi } from 'vitest'
import { WebSocket as NodeSocket } from 'ws'
import { startMock } from '../../mock/server.ts'
import { startI18n } from '../i18n/setup.ts'
import { startLive } from '../lib/live.ts'
import { createQueryClient } from '../lib/query-client.ts'
import { meQuery } from '../lib/session.ts'
import { TooltipProvider } from '../ui/tooltip.tsx'
import { fillBrowserGaps } from './browser-gaps.ts'

export interface OpenedPage {
  mock: Awaited<ReturnType<typeof startMock>>
  place: () => string
  /** A request that another person makes meanwhile, past the page. */
  asOther: typeof fetch
  close: () => Promise<void>
}

interface PageOptions {
  routes: Record<string, ComponentType>
  at: string
  /** Login of who is signed in; without it nobody is. */
  as?: string
}

const realFetch = globalThis.fetch
// A loaded machine answers late; what never comes still fails.
configure({ asyncUtilTimeout: 4_000 })

/** Opens pages against a mock API of their own, over real HTTP and a real socket, in French. */
export async function openPage({ routes, at, as }: PageOptions): Promise<OpenedPage> {
  fillBrowserGaps()
  document.documentElement.lang = 'fr'
  const mock = await startMock()
  const cookie = as ? `hub_session=${as}` : ''
  vi.stubGlobal('fetch', (path: string, init: RequestInit) =>
    realFetch(new URL(path, mock.origin), {
      method: init.method ?? 'GET',
      body: init.body ?? null,
      headers: { ...init.headers, cookie },
    }),
  )
  vi.stubGlobal('WebSocket', socketTo(mock.origin))
  await startI18n()
  const client = createQueryClient()
  if (as) await client.fetchQuery(meQuery)
  const stopLive = as ? startLive(client) : () => undefined
  const router = createMemoryRouter(
    Object.entries(routes).map(([path, component]) => ({ path, element: createElement(component) })),
    { initialEntries: [at] },
  )
  const page = createElement(TooltipProvider, null, createElement(RouterProvider, { router }))
  render(createElement(QueryClientProvider, { client }, page))
  return {
    mock,
    asOther: realFetch,
    place: () => router.state.location.pathname + router.state.location.search,
    close: async () => {
      stopLive()
      cleanup()
      client.clear()
      vi.unstubAllGlobals()
      await mock.close()
    },
  }
}

function socketTo(origin: string) {
  return class extends NodeSocket {
    constructor(url: string) {
      super(origin.replace('http', 'ws') + new URL(url).pathname + new URL(url).search)
    }
  }
}
