import { CircleX, RefreshCw } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from './button.tsx'
import { cn } from './class-names.ts'
import { CopyButton } from './copy-button.tsx'

export interface ErrorStateProps {
  /** What failed. */
  title: string
  /** The sentence of the server, or what to do. */
  message?: string
  /** What still works. */
  children?: ReactNode
  requestId?: string | undefined
  onRetry?: () => void
  className?: string
}

/** A failure in its place: what failed, what still works, retry, and the request id to copy. */
export function ErrorState({ title, message, children, requestId, onRetry, className }: ErrorStateProps) {
  const { t } = useTranslation('ui')
  return (
    <div role="alert" className={cn('flex max-w-md flex-col items-start gap-2 p-6', className)}>
      <CircleX aria-hidden className="size-5 text-danger" strokeWidth={1.75} />
      <p className="font-medium">{title}</p>
      {message && <p className="text-muted text-sm">{message}</p>}
      {children && <div className="text-muted text-sm">{children}</div>}
      <div className="mt-2 flex flex-wrap items-center gap-3">
        {onRetry && (
          <Button onClick={onRetry}>
            <RefreshCw aria-hidden />
            {t('retry')}
          </Button>
        )}
        {requestId && (
          <span className="flex items-center gap-1 text-muted text-xs">
            {t('requestId')} <code>{requestId.slice(0, 8)}</code>
            <CopyButton value={requestId} label={t('copyRequestId')} />
          </span>
        )}
      </div>
    </div>
  )
}
