import { createBrowserRouter } from 'react-router'
import { Frame } from './frame.tsx'
import { NotFoundPage } from './not-found-page.tsx'
import { PageFailed } from './page-failed.tsx'

const wibot = async () => ({ Component: (await import('../features/wibot/index.ts')).WibotPage })
const safeguard = async () => ({ Component: (await import('../features/safeguard/index.ts')).SafeguardPage })

/** Every place of the application; each page is its own chunk. */
export const router = createBrowserRouter([
  {
    path: '/login',
    lazy: async () => ({ Component: (await import('../features/login/index.ts')).LoginPage }),
    errorElement: <PageFailed />,
    hydrateFallbackElement: <div />,
  },
  {
    path: '/',
    element: <Frame />,
    errorElement: <PageFailed />,
    hydrateFallbackElement: <div />,
    children: [
      {
        errorElement: <PageFailed />,
        children: [
          {
            index: true,
            lazy: async () => ({ Component: (await import('../features/home/index.ts')).HomePage }),
          },
          { path: 'wibot', lazy: wibot },
          { path: 'wibot/:conversationId', lazy: wibot },
          { path: 'safeguard', lazy: safeguard },
          {
            path: 'safeguard/history',
            lazy: async () => ({ Component: (await import('../features/safeguard/index.ts')).HistoryPage }),
          },
          { path: 'safeguard/:approvalId', lazy: safeguard },
          { path: '*', element: <NotFoundPage /> },
        ],
      },
    ],
  },
])
