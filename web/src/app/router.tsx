import { createBrowserRouter, Navigate } from 'react-router'
import { Frame } from './frame.tsx'
import { NotFoundPage } from './not-found-page.tsx'
import { PageFailed } from './page-failed.tsx'

const wibot = async () => ({ Component: (await import('../features/wibot/index.ts')).WibotPage })
const safeguard = async () => ({ Component: (await import('../features/safeguard/index.ts')).SafeguardPage })

const policy = async () => ({ Component: (await import('../features/policy/index.ts')).PolicyPage })
const knowledge = async () => ({ Component: (await import('../features/knowledge/index.ts')).KnowledgePage })
const grants = async () => ({ Component: (await import('../features/grants/index.ts')).GrantsPage })

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
          { path: 'safeguard/policy', lazy: policy },
          { path: 'safeguard/policy/:view', lazy: policy },
          { path: 'safeguard/grants', lazy: grants },
          {
            path: 'safeguard/grants/new',
            lazy: async () => ({ Component: (await import('../features/grants/index.ts')).AskGrantPage }),
          },
          { path: 'safeguard/grants/:grantId', lazy: grants },
          {
            path: 'safeguard/delegations',
            lazy: async () => ({
              Component: (await import('../features/delegations/index.ts')).DelegationsPage,
            }),
          },
          { path: 'safeguard/:approvalId', lazy: safeguard },
          { path: 'supervision', element: <Navigate replace to="/supervision/safeguard" /> },
          {
            path: 'supervision/safeguard',
            lazy: async () => ({
              Component: (await import('../features/supervision/index.ts')).SupervisionPage,
            }),
          },
          { path: 'knowledge', lazy: knowledge },
          { path: 'knowledge/:view', lazy: knowledge },
          {
            path: 'knowledge/documents/:documentId',
            lazy: async () => ({ Component: (await import('../features/knowledge/index.ts')).DocumentPage }),
          },
          {
            path: 'supervision/providers',
            lazy: async () => ({
              Component: (await import('../features/providers/index.ts')).ProvidersPage,
            }),
          },
          {
            path: 'workflows',
            lazy: async () => ({ Component: (await import('../features/workflows/index.ts')).WorkflowsPage }),
          },
          {
            path: 'workflows/texts',
            lazy: async () => ({ Component: (await import('../features/workflows/index.ts')).TextsPage }),
          },
          {
            path: 'workflows/maintenance',
            lazy: async () => ({
              Component: (await import('../features/workflows/index.ts')).MaintenancePage,
            }),
          },
          {
            path: 'workflows/:runId',
            lazy: async () => ({ Component: (await import('../features/workflows/index.ts')).RunPage }),
          },
          {
            path: 'audit',
            lazy: async () => ({ Component: (await import('../features/audit/index.ts')).AuditPage }),
          },
          {
            path: 'profile',
            lazy: async () => ({ Component: (await import('../features/profile/index.ts')).ProfilePage }),
          },
          {
            path: 'usage',
            lazy: async () => ({ Component: (await import('../features/usage/index.ts')).UsagePage }),
          },
          { path: '*', element: <NotFoundPage /> },
        ],
      },
    ],
  },
])
