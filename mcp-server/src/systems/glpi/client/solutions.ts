import { mayHaveTakenEffect, readShape } from '@hub/kernel'
import { toPlainText, toRichText } from '../format/rich-text.ts'
import { ItemAdded, SolutionRow } from '../schemas.ts'
import { listRows, type RowList } from './list-rows.ts'
import type { GlpiTransport } from './transport.ts'

const maxSolutions = 50

export interface GlpiSolutions {
  list(ticketId: number, signal?: AbortSignal): Promise<RowList<SolutionRow>>
  /**
   * Records a solution (plain text); GLPI then holds the ticket as solved. Never sent twice.
   * @throws ConflictError `glpi.refused` when the ticket is already solved
   */
  add(solution: { ticketId: number; content: string; signal?: AbortSignal }): Promise<number>
}

export function createSolutions(transport: GlpiTransport): GlpiSolutions {
  function list(ticketId: number, signal?: AbortSignal) {
    const path = `/Ticket/${ticketId}/ITILSolution`
    return listRows(transport, { path, row: SolutionRow, what: 'the solutions', limit: maxSolutions, signal })
  }

  return {
    list,
    async add({ ticketId, content, signal }) {
      const richText = toRichText(content)
      try {
        const answer = await transport.call({
          method: 'POST',
          path: '/ITILSolution/',
          body: { input: { itemtype: 'Ticket', items_id: ticketId, content: richText, solutiontypes_id: 0 } },
          ...(signal && { signal }),
        })
        return readShape(ItemAdded, answer.data, { system: 'GLPI', what: 'the new solution' }).id
      } catch (error) {
        if (!mayHaveTakenEffect(error)) throw error
        // The client reads solutions, so they carry no marker: the text itself tells.
        const { rows } = await list(ticketId, signal)
        const written = rows.find((row) => toPlainText(row.content) === toPlainText(richText))
        if (written === undefined) throw error
        return written.id
      }
    },
  }
}
