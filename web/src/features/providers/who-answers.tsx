import type { ChatProvider } from '@hub/contracts'
import { useTranslation } from 'react-i18next'
import { useLocale } from '../../i18n/use-locale.ts'
import { formatWhen } from '../../lib/time.ts'
import { useNow } from '../../lib/use-now.ts'
import { cn } from '../../ui/class-names.ts'
import { toneIcon } from '../../ui/status.tsx'
import { toneClass } from '../../ui/tone.ts'

/** One sentence: who answers, since when, and in whose place. */
export function WhoAnswers({ items }: { items: readonly ChatProvider[] }) {
  const { t } = useTranslation('providers')
  const locale = useLocale()
  const now = useNow()
  const answering = items.find((item) => item.answering)
  const [first] = items
  if (!answering || !first) return null
  const isDegraded = answering !== first
  const isRetried = answering.state === 'down'
  const tone = isDegraded || isRetried ? 'warning' : 'ok'
  const Icon = toneIcon[tone]
  const names = { name: t(`subject.${answering.id}`), first: t(`name.${first.id}`) }
  const since = formatWhen(new Date(first.since), now, locale)
  const sentence = () => {
    if (isDegraded) return t(first.state === 'down' ? 'now.insteadDown' : 'now.instead', { ...names, since })
    if (answering.id === 'builtin') return t('now.builtinOnly')
    if (isRetried) return t('now.retried', names)
    return t(answering.state === 'unknown' ? 'now.unknown' : 'now.answers', { ...names, since })
  }
  return (
    <div role="status" className={cn('flex items-start gap-3 rounded-card px-4 py-3', toneClass[tone].soft)}>
      <Icon aria-hidden className="mt-0.5 size-5 shrink-0" strokeWidth={1.75} />
      <div className="min-w-0">
        <p className="font-medium">{sentence()}</p>
        {tone === 'warning' && first.lastError && (
          <p className="mt-0.5 text-sm">{first.lastError.message[locale]}</p>
        )}
      </div>
    </div>
  )
}
