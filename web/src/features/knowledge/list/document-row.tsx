import type { DocumentState, ListedDocument } from '@hub/contracts'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { useText } from '../../../i18n/use-locale.ts'
import { passageLink } from '../../../passages/passage-link.ts'
import { Badge } from '../../../ui/badge.tsx'
import { StatusBadge } from '../../../ui/status.tsx'
import type { Tone } from '../../../ui/tone.ts'

const tones: Record<DocumentState, Tone> = {
  ready: 'ok',
  outdated: 'warning',
  stale: 'warning',
  failed: 'danger',
}

/** One document: what it is, whom it is about, and whether it is found as it stands. */
export function DocumentRow({ document }: { document: ListedDocument }) {
  const { t } = useTranslation('knowledge')
  const text = useText()
  const { id, title, path, kind, client, system, audience, state, passages, problem } = document
  const facts = [client, system, t('passages', { count: passages })].filter(Boolean).join(' · ')
  return (
    <div className="relative flex flex-col gap-0.5 px-2 py-2 max-md:px-0">
      <span className="flex items-center gap-2 max-md:flex-wrap">
        {id ? (
          <Link to={passageLink(id)} className="min-w-0 truncate font-medium after:absolute after:inset-0">
            {title}
          </Link>
        ) : (
          <span className="min-w-0 break-all font-medium">{title}</span>
        )}
        <span className="flex flex-wrap gap-1 md:ml-auto">
          {kind && <Badge>{t(`kind.${kind}`)}</Badge>}
          <Badge>{audience}</Badge>
          <StatusBadge tone={tones[state]}>{t(`state.${state}`)}</StatusBadge>
        </span>
      </span>
      <span className="flex min-w-0 flex-wrap gap-x-3 text-muted text-xs tabular">
        <span>{facts}</span>
        {id && <code className="min-w-0 break-all text-faint">{path}</code>}
      </span>
      {problem && <span className="text-danger text-sm">{text(problem.text)}</span>}
    </div>
  )
}
