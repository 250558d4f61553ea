import type { ActionPreview, glpiUpdateTicket, LocalizedText } from '@hub/contracts'
import type { z } from 'zod'
import { previewFact } from '../../preview-fact.ts'
import type { TicketChanges, TicketRecord } from '../domain/ticket.ts'
import { statusLabels } from './status-labels.ts'

type Fields = z.infer<typeof glpiUpdateTicket.output>['before']
type Key = keyof Fields

const labels: Record<Key, LocalizedText> = {
  title: { fr: 'Titre', en: 'Title' },
  urgency: { fr: 'Urgence', en: 'Urgency' },
  priority: { fr: 'Priorité', en: 'Priority' },
  category: { fr: 'Catégorie', en: 'Category' },
  status: { fr: 'Statut', en: 'Status' },
}
const keys = Object.keys(labels) as Key[]

/** The fields of a ticket that a plain change may touch. */
export function ticketFields({ title, urgency, priority, category, status }: TicketRecord): Fields {
  return { title, urgency, priority, category: category?.name ?? null, status }
}

/** Names of the fields that changes touch, or null for none. */
export function changeLabels(changes: TicketChanges): LocalizedText | null {
  const touched = keys.filter(
    (key) => Reflect.get(changes, key === 'category' ? 'categoryId' : key) !== undefined,
  )
  if (touched.length === 0) return null
  const list = (locale: keyof LocalizedText) =>
    touched.map((key) => labels[key][locale].toLowerCase()).join(', ')
  return { fr: list('fr'), en: list('en') }
}

/** The fields that are asked for, before and after; pure. */
export function previewChanges(
  ticket: TicketRecord,
  asked: Partial<Record<Key, string | number | undefined>>,
  pending: TicketChanges,
): ActionPreview {
  const before = ticketFields(ticket)
  const touched = keys.filter((key) => asked[key] !== undefined)
  const isPending = (key: Key) => Reflect.get(pending, key === 'category' ? 'categoryId' : key) !== undefined
  const isReopening =
    pending.status !== undefined && (ticket.status === 'solved' || ticket.status === 'closed')
  return {
    before: touched.map((key) => previewFact(key, labels[key], { value: shown(key, before[key]) })),
    after: touched.map((key) =>
      previewFact(key, labels[key], { value: shown(key, asked[key] ?? null), changed: isPending(key) }),
    ),
    warnings: [
      ...(touched.some(isPending)
        ? []
        : [{ fr: 'Le ticket est déjà ainsi.', en: 'The ticket is like that already.' }]),
      ...(isReopening ? [{ fr: 'Le ticket sera rouvert.', en: 'The ticket will be reopened.' }] : []),
      ...(pending.urgency !== undefined && asked.priority === undefined
        ? [{ fr: 'GLPI recalcule la priorité.', en: 'GLPI computes the priority again.' }]
        : []),
    ],
    complete: true,
  }
}

function shown(key: Key, value: string | number | null): string | number | null | LocalizedText {
  const isStatus = (text: string | number | null): text is keyof typeof statusLabels =>
    typeof text === 'string' && text in statusLabels
  return key === 'status' && isStatus(value) ? statusLabels[value] : value
}
