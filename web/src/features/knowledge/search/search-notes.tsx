import type { TriedSearch } from '@hub/contracts'
import { useTranslation } from 'react-i18next'

/** How the whole search went: how many passages, by which ways, what was understood, what is missing. */
export function SearchNotes({ tried }: { tried: TriedSearch }) {
  const { t } = useTranslation('knowledge')
  const { passages, explanation, leftOut, found } = tried
  const { method, withoutVectors, corrections, searched } = explanation
  return (
    <div role="status" className="flex flex-col gap-1 text-muted text-sm tabular">
      <p>
        {t('search.results', { count: passages.length, searched })}. {t(`search.method.${method}`)}
        {withoutVectors && `, ${t(`search.without.${withoutVectors}`)}`}.
      </p>
      {corrections.map(({ asked, meant }) => (
        <p key={asked}>{t('search.corrected', { asked, meant })}</p>
      ))}
      {leftOut > 0 && <p>{t('search.leftOut', { count: leftOut })}</p>}
      {found === 'little' && <p className="text-warning">{t('search.little')}</p>}
    </div>
  )
}
