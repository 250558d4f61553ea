import { ApprovalOutcome, type ApprovalState, LocalizedText } from '@hub/contracts'
import type { ApprovalRow } from '@hub/safeguard'

type Sentence = (row: { id: string; sentence: string; detail: string; reason: string }) => string

const fr: Partial<Record<ApprovalState, Sentence>> = {
  executed: ({ id, detail }) => `${detail} (${id})`,
  failed: ({ id, sentence, detail }) => `« ${sentence} » n’a pas abouti. ${detail} (${id})`,
  unknown: ({ id, sentence, detail }) => `« ${sentence} » : ${detail} (${id})`,
  rejected: ({ id, sentence, reason }) =>
    `« ${sentence} » a été refusé${reason ? ` : ${reason}` : ''}. Rien n’a été exécuté. (${id})`,
  expired: ({ id, sentence }) => `« ${sentence} » : la demande a expiré, rien n’a été exécuté. (${id})`,
  cancelled: ({ id, sentence }) =>
    `« ${sentence} » : la demande a été annulée, rien n’a été exécuté. (${id})`,
}

const en: Partial<Record<ApprovalState, Sentence>> = {
  executed: ({ id, detail }) => `${detail} (${id})`,
  failed: ({ id, sentence, detail }) => `“${sentence}” did not succeed. ${detail} (${id})`,
  unknown: ({ id, sentence, detail }) => `“${sentence}”: ${detail} (${id})`,
  rejected: ({ id, sentence, reason }) =>
    `“${sentence}” was rejected${reason ? `: ${reason}` : ''}. Nothing was executed. (${id})`,
  expired: ({ id, sentence }) => `“${sentence}”: the request has expired, nothing was executed. (${id})`,
  cancelled: ({ id, sentence }) => `“${sentence}”: the request was cancelled, nothing was executed. (${id})`,
}

/** How a request ended, as its conversation tells it. */
export function outcomeText(row: ApprovalRow, locale: string): string {
  const language = locale === 'en' ? 'en' : 'fr'
  const say = (language === 'en' ? en : fr)[row.state as ApprovalState]
  if (!say) throw new Error(`${row.id} has not ended: ${row.state}`)
  const outcome = ApprovalOutcome.nullable().parse(row.outcome)
  const verification = outcome?.verification?.detail[language]
  return say({
    id: row.id,
    sentence: LocalizedText.parse(row.sentence)[language],
    detail: [outcome?.summary[language], verification].filter(Boolean).join(' '),
    reason: row.decisions.findLast((decision) => decision.kind === 'reject')?.reason ?? '',
  })
}
