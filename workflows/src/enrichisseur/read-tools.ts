import {
  type ActorAssertion,
  glpiGetTicketDetails,
  glpiSearchTickets,
  memoryGetDocument,
  memorySearchSimilarCases,
} from '@hub/contracts'
import { assertWhole } from '../assert-whole.ts'
import { callTool } from '../call-tool.ts'
import type { WorkflowsContext } from '../context.ts'
import type { SearchResolved } from './collect-tickets.ts'
import type { ResolvedTicket } from './resolved-ticket.ts'
import { isSameCase } from './similarity.ts'
import { readStoredCase } from './stored-case.ts'

/** A case of the knowledge base. */
export interface KnownCase {
  documentId: string
  path: string
}

/** What the ENRICHISSEUR reads of the outside. */
export interface Reading {
  searchResolved: SearchResolved
  /** The ticket, whole. @throws UpstreamError when GLPI told only a part */
  readTicket(ticketId: number): Promise<ResolvedTicket>
  /** A case that says the same already. @returns null when there is none */
  findSame(fresh: { title: string; problem: string; solution: string }): Promise<KnownCase | null>
  /** Whether GLPI and the knowledge base answer at all. @throws UpstreamError when not */
  askGlpi(): Promise<void>
  askCases(): Promise<void>
}

const longestQuery = 400

/** Reads through the tools, in the name of a run. @throws AppError of the tools */
export function readTools(ctx: WorkflowsContext, runId: string): Reading {
  const assertion: ActorAssertion = { actor: { type: 'workflow', name: 'enrichisseur', runId }, locale: 'fr' }
  const read = async (name: string, args: Record<string, unknown>) =>
    (await callTool(ctx, assertion, { name, arguments: args })).data
  return {
    async searchResolved(span) {
      const args = { ...span, status: 'done', sort: 'updated' }
      return glpiSearchTickets.output.parse(await read(glpiSearchTickets.name, args))
    },
    async readTicket(ticketId) {
      const found = await read(glpiGetTicketDetails.name, { ticketId })
      const { ticket } = glpiGetTicketDetails.output.parse(found)
      assertWhole(ticket)
      return ticket
    },
    async findSame(fresh) {
      const query = `${fresh.title} ${fresh.problem}`
        .replace(/\[[^\]\s]*\]/g, ' ')
        .slice(0, longestQuery)
        .toWellFormed()
      const found = await read(memorySearchSimilarCases.name, { query, limit: 10 })
      const { passages } = memorySearchSimilarCases.output.parse(found)
      const cases = new Map(
        passages.filter(({ kind }) => kind === 'case').map((one) => [one.documentId, one]),
      )
      for (const { documentId, path } of cases.values()) {
        const document = await read(memoryGetDocument.name, { document: documentId, limit: 40_000 })
        const stored = readStoredCase(memoryGetDocument.output.parse(document).text)
        if (isSameCase(fresh, stored)) return { documentId, path }
      }
      return null
    },
    async askGlpi() {
      await read(glpiSearchTickets.name, { status: 'done', limit: 1 })
    },
    async askCases() {
      await read(memorySearchSimilarCases.name, { query: 'imprimante', limit: 1 })
    },
  }
}
