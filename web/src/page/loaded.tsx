import type { UseQueryResult } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { errorRequestId, errorSentence } from '../lib/error-sentence.ts'
import { ErrorState } from '../ui/error-state.tsx'
import { Skeleton } from '../ui/skeleton.tsx'

interface LoadedProps<T> {
  query: Pick<UseQueryResult<T>, 'data' | 'error' | 'refetch'>
  /** What could not be read, when that is so. */
  failed: string
  skeleton?: ReactNode
  children: (data: T) => ReactNode
}

/** What a query has to show: its data as long as there is any, else a skeleton or what failed. */
export function Loaded<T>({ query, failed, skeleton, children }: LoadedProps<T>) {
  const { t } = useTranslation('ui')
  if (query.data !== undefined) return children(query.data)
  if (!query.error) return skeleton ?? <Skeleton className="h-64" />
  return (
    <ErrorState
      className="px-0"
      title={failed}
      message={errorSentence(query.error, t)}
      requestId={errorRequestId(query.error)}
      onRetry={() => void query.refetch()}
    />
  )
}
