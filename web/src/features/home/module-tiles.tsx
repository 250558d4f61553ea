import { hasAccreditation } from '@hub/contracts'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { pendingQuery } from '../../approvals/queries.ts'
import { useToDecide } from '../../approvals/use-to-decide.ts'
import { recentConversationsQuery } from '../../lib/conversations.ts'
import { useMe } from '../../lib/session.ts'
import { type ModuleId, ModuleMark } from '../../ui/module-mark.tsx'
import { Section } from './section.tsx'

interface Figure {
  value: string
  words: string
}

const isToday = (at: string) => new Date(at).toDateString() === new Date().toDateString()

/** The modules with their live counts and the period of each count. */
export function ModuleTiles() {
  const { t } = useTranslation('home')
  const { user } = useMe()
  const { data: conversations } = useQuery(recentConversationsQuery)
  const { data: pending } = useQuery({
    ...pendingQuery,
    enabled: hasAccreditation(user.accreditation, 'N1'),
  })
  const toDecide = useToDecide().length
  const today = conversations?.items.filter(({ updatedAt }) => isToday(updatedAt)).length
  const isCut =
    today !== undefined && conversations?.nextCursor !== null && today === conversations?.items.length
  return (
    <Section title={t('modules.title')}>
      <div className="grid gap-3 sm:grid-cols-2">
        <Tile
          module="wibot"
          name="WIBOT"
          help={t('modules.wibot')}
          to="/wibot"
          period={t('modules.today')}
          figures={
            today === undefined
              ? []
              : [
                  {
                    value: isCut ? t('modules.atLeast', { count: today }) : String(today),
                    words: t('modules.conversations', { count: today }),
                  },
                ]
          }
        />
        <Tile
          module="safeguard"
          name="SAFEGUARD"
          help={t('modules.safeguard')}
          to="/safeguard"
          period={t('modules.now')}
          figures={
            pending
              ? [
                  { value: String(toDecide), words: t('modules.toDecide') },
                  { value: String(pending.items.length - toDecide), words: t('modules.others') },
                ]
              : []
          }
        />
      </div>
    </Section>
  )
}

function Tile(props: {
  module: ModuleId
  name: string
  help: string
  to: string
  period: string
  figures: Figure[]
}): ReactNode {
  return (
    <Link
      to={props.to}
      className="flex flex-col gap-3 rounded-card border bg-surface p-3 transition-colors duration-120 hover:border-line-strong"
    >
      <span className="flex items-center gap-2">
        <ModuleMark module={props.module} />
        <span className="font-semibold">{props.name}</span>
        <span className="ml-auto text-faint text-xs">{props.period}</span>
      </span>
      <span className="flex min-h-8 items-baseline gap-4">
        {props.figures.map((figure) => (
          <span key={figure.words} className="flex items-baseline gap-1.5">
            <span className="font-semibold text-lg tabular">{figure.value}</span>
            <span className="text-muted text-sm">{figure.words}</span>
          </span>
        ))}
      </span>
      <span className="text-muted text-sm">{props.help}</span>
    </Link>
  )
}
