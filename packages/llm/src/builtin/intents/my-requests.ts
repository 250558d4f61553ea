import { defineRead } from '../define-read.ts'
import type { Turn } from '../intent.ts'
import { paragraphs, say } from '../render/blocks.ts'
import { renderListing, renderMissing } from '../render/listing.ts'
import { plainLine } from '../render/plain-text.ts'
import { known } from '../resolution.ts'
import { dataOf, lastResult } from '../results.ts'
import { OneRequestData, type RequestRow, RequestsData } from '../shapes.ts'

const listTool = 'safeguard_list_my_requests'
const oneTool = 'safeguard_get_my_request'

function requestLine(
  turn: Turn,
  { approvalId, sentence, state, outcome, refusalReason }: RequestRow,
): string {
  const about = [sentence && say(turn, sentence), state, outcome && say(turn, outcome), refusalReason]
  return `**${approvalId}** : ${about.flatMap((part) => (part ? [plainLine(part)] : [])).join(', ')}`
}

const where = {
  fr: 'Les décisions se prennent sur l’écran SAFEGUARD : il montre aussi les demandes des autres.',
  en: 'Decisions are taken on the SAFEGUARD screen: it also shows the requests of others.',
}

/** The requests for approval of the person that have not ended, and where the others are. */
export const myRequests = defineRead({
  id: 'my-requests',
  title: { fr: 'demandes d’approbation en attente', en: 'pending approvals' },
  example: { fr: 'Mes demandes en attente d’approbation', en: 'My pending approvals' },
  needs: [listTool],
  patterns: [
    { weight: 8, all: ['myRequests'], without: ['approvalId', 'clientPhrase', 'login'], none: ['howTo'] },
  ],
  subject: () => known(undefined),
  calls: () => [{ tool: listTool, arguments: { onlyOpen: true } }],
  tell(turn) {
    const data = dataOf(lastResult(turn, listTool), RequestsData)
    const title = { fr: 'Vos demandes en attente', en: 'Your pending requests' }
    if (!data) return renderMissing(turn, listTool, title)
    const list = renderListing(turn, {
      title,
      none: { fr: 'Aucune de vos demandes n’attend.', en: 'None of your requests is waiting.' },
      rows: data.requests.map((request) => requestLine(turn, request)),
    })
    return paragraphs(list, say(turn, where))
  },
})

/** Where one request for approval stands. */
export const requestState = defineRead<string>({
  id: 'request-state',
  title: { fr: 'suivi d’une demande d’approbation', en: 'state of a request for approval' },
  example: { fr: 'Où en est APR-2026-000123 ?', en: 'Status of APR-2026-000123' },
  needs: [oneTool],
  patterns: [{ weight: 6, slots: ['approvalId'] }],
  subject: ({ slots: { approvalId = '' } }) => known(approvalId),
  calls: (_turn, requestId) => [{ tool: oneTool, arguments: { requestId } }],
  tell(turn, requestId) {
    const data = dataOf(lastResult(turn, oneTool), OneRequestData)
    if (data) return requestLine(turn, data.request)
    return renderMissing(turn, oneTool, { fr: `Demande ${requestId}`, en: `Request ${requestId}` })
  },
})
