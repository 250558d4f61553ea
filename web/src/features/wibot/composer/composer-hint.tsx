import type { TokenUsage } from '@hub/contracts'
import { useTranslation } from 'react-i18next'
import { useLocale } from '../../../i18n/use-locale.ts'
import { formatDate } from '../../../lib/time.ts'
import { cn } from '../../../ui/class-names.ts'
import { charactersLeft, type Obstacle } from './composer-state.ts'

export interface ComposerHintProps {
  id: string
  text: string
  obstacle: Obstacle | null
  isBusy: boolean
  tokens: TokenUsage | undefined
}

/** Under the composer: the keys, or why the message cannot be sent, and the characters left near the limit. */
export function ComposerHint({ id, text, obstacle, isBusy, tokens }: ComposerHintProps) {
  const { t } = useTranslation('wibot')
  const locale = useLocale()
  const left = charactersLeft(text)
  const renewal = tokens ? formatDate(new Date(tokens.renewsAt), locale) : ''
  const reason = {
    noTokens: t('composer.noTokens', { date: renewal }),
    writing: t('composer.keysWriting'),
    tooLong: null,
    empty: null,
    reading: t('file.wait'),
    refusedFile: t('file.refused'),
  }
  const words = obstacle === null ? null : reason[obstacle]
  const isWarning = obstacle === 'noTokens' || obstacle === 'refusedFile'
  return (
    <div
      id={id}
      className="flex min-h-6 items-end gap-3 px-1 pt-1 text-faint text-xs max-md:min-h-0 max-md:pt-0"
    >
      <span className={cn(isWarning ? 'text-warning' : 'max-md:hidden')}>
        {words ?? t(isBusy ? 'composer.keysQueue' : 'composer.keys')}
      </span>
      {left !== null && (
        <span role="status" className={cn('tabular ml-auto', left < 0 ? 'text-danger' : 'text-muted')}>
          {left < 0 ? t('composer.over', { count: -left }) : t('composer.left', { count: left })}
        </span>
      )}
    </div>
  )
}
