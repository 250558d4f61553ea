import type { Approval } from '@hub/contracts'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { FactValue } from '../../../approvals/fact-value.tsx'
import { FactTable } from '../../../ui/fact-table.tsx'
import { Section } from '../decision/section.tsx'
import { TargetName } from '../decision/target-name.tsx'
import { attributeFacts } from './attribute-facts.ts'

/** What surrounds a request: the ticket in full, the client, the person or device, the exact arguments. */
export function ContextPane({ approval }: { approval: Approval }) {
  const { t } = useTranslation('safeguard')
  return (
    <div className="flex flex-col gap-6 p-4 max-xl:border-t max-xl:md:px-6">
      <TicketContext approval={approval} />
      <TargetContext approval={approval} />
      <Section title={t('sections.arguments')}>
        <FactTable
          facts={Object.entries(approval.arguments).map(([key, value]) => ({
            key,
            label: <code className="break-all text-xs">{key}</code>,
            value: <code className="whitespace-pre-wrap break-words text-xs">{JSON.stringify(value)}</code>,
          }))}
        />
      </Section>
    </div>
  )
}

function TicketContext({ approval }: { approval: Approval }): ReactNode {
  const { t } = useTranslation('safeguard')
  const { ticketId, ticketTitle, ticketDescription } = approval.context
  if (ticketId === null) return null
  return (
    <Section title={t('sections.ticket')}>
      <p className="font-medium">
        <span className="tabular">#{ticketId}</span> {ticketTitle}
      </p>
      {ticketDescription && (
        <blockquote className="whitespace-pre-line border-line-strong border-l-2 pl-3 text-muted text-sm">
          {ticketDescription}
        </blockquote>
      )}
    </Section>
  )
}

function TargetContext({ approval }: { approval: Approval }) {
  const { t } = useTranslation('safeguard')
  const { target } = approval
  const attributes = attributeFacts(target.attributes)
  return (
    <Section title={t('sections.person')}>
      <FactTable
        facts={[
          {
            key: 'name',
            label: t('target.name'),
            value: <TargetName target={target} />,
          },
          { key: 'system', label: t('target.system'), value: t(`systems.${target.system}`) },
          ...attributes.map(({ key, value }) => ({
            key,
            label: t(`attributes.${key}`),
            value: <FactValue fact={{ value, kind: 'text' }} />,
          })),
          { key: 'id', label: t('target.id'), value: <code className="break-all text-xs">{target.id}</code> },
        ]}
      />
    </Section>
  )
}
