import { randomUUID } from 'node:crypto'
import { mayHaveTakenEffect, readShape } from '@hub/kernel'
import { markerLine } from '../format/marker.ts'
import { toPlainText, toRichText } from '../format/rich-text.ts'
import { FollowupRow, ItemAdded } from '../schemas.ts'
import { listRows, type RowList } from './list-rows.ts'
import type { GlpiTransport } from './transport.ts'

const maxFollowups = 200

export interface NewFollowup {
  ticketId: number
  /** Plain text. */
  content: string
  isPrivate: boolean
  /** The same key twice writes once. */
  key?: string
  signal?: AbortSignal
}

export interface GlpiFollowups {
  list(ticketId: number, signal?: AbortSignal): Promise<RowList<FollowupRow>>
  /** The followup that carries `key`, or undefined. */
  findByKey(ticketId: number, key: string, signal?: AbortSignal): Promise<FollowupRow | undefined>
  /** Never sent twice: when the answer is lost, the followup is looked up by its marker. */
  add(followup: NewFollowup): Promise<{ id: number; alreadyThere: boolean }>
}

export function createFollowups(transport: GlpiTransport): GlpiFollowups {
  function list(ticketId: number, signal?: AbortSignal) {
    const path = `/Ticket/${ticketId}/ITILFollowup`
    return listRows(transport, { path, row: FollowupRow, what: 'the followups', limit: maxFollowups, signal })
  }

  async function findByKey(ticketId: number, key: string, signal?: AbortSignal) {
    const { rows } = await list(ticketId, signal)
    return rows.find((row) => toPlainText(row.content).endsWith(markerLine(key)))
  }

  return {
    list,
    findByKey,
    async add(followup) {
      const { ticketId, signal } = followup
      const there = followup.key && (await findByKey(ticketId, followup.key, signal))
      if (there) return { id: there.id, alreadyThere: true }
      const key = followup.key ?? randomUUID().slice(0, 13)
      try {
        return { id: await postFollowup(transport, { ...followup, key }), alreadyThere: false }
      } catch (error) {
        if (!mayHaveTakenEffect(error)) throw error
        const written = await findByKey(ticketId, key, signal)
        if (written === undefined) throw error
        return { id: written.id, alreadyThere: false }
      }
    },
  }
}

async function postFollowup(
  transport: GlpiTransport,
  followup: NewFollowup & { key: string },
): Promise<number> {
  const answer = await transport.call({
    method: 'POST',
    path: '/ITILFollowup/',
    body: {
      input: {
        itemtype: 'Ticket',
        items_id: followup.ticketId,
        content: toRichText(`${followup.content}\n\n${markerLine(followup.key)}`),
        is_private: followup.isPrivate ? 1 : 0,
      },
    },
    ...(followup.signal && { signal: followup.signal }),
  })
  return readShape(ItemAdded, answer.data, { system: 'GLPI', what: 'the new followup' }).id
}
