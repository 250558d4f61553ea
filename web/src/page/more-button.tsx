import type { UseInfiniteQueryResult } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Button, type ButtonProps } from '../ui/button.tsx'
import { cn } from '../ui/class-names.ts'
import { Refusal } from './refusal.tsx'

export type MoreQuery = Pick<
  UseInfiniteQueryResult,
  'error' | 'fetchNextPage' | 'hasNextPage' | 'isFetchNextPageError' | 'isFetchingNextPage'
>

type MoreButtonProps = Pick<ButtonProps, 'variant' | 'className'> & { query: MoreQuery; label?: string }

/** Reads the next page of a list while there is one; why that failed stands above it. */
export function MoreButton({ query, label, variant, className }: MoreButtonProps) {
  const { t } = useTranslation('ui')
  if (!query.hasNextPage) return null
  return (
    <>
      {query.isFetchNextPageError && <Refusal error={query.error} />}
      <Button
        {...(variant && { variant })}
        className={cn('max-md:h-11', className)}
        busy={query.isFetchingNextPage}
        onClick={() => void query.fetchNextPage()}
      >
        {label ?? t('more')}
      </Button>
    </>
  )
}
