import { type ActionPreview, glpiAddFollowup } from '@hub/contracts'
import type { z } from 'zod'
import { defineEffectTool } from '../../../tools/define-tool.ts'
import { previewFact } from '../../preview-fact.ts'
import type { GlpiClient } from '../client/create-client.ts'
import { findFollowup } from '../find-followup.ts'
import { statusName } from '../format/ticket.ts'
import { ticketTarget } from '../ticket-target.ts'

type Args = z.infer<typeof glpiAddFollowup.input>

/** `glpi_add_followup`: a private or public followup, written once per key. */
export function addFollowupTool(glpi: GlpiClient) {
  return defineEffectTool({
    descriptor: glpiAddFollowup,
    reversible: false,
    target: async ({ ticketId }, ctx) => ticketTarget(await glpi.tickets.get(ticketId, ctx.signal)),
    preview: async (args, ctx) =>
      preview(args, statusName((await glpi.tickets.get(args.ticketId, ctx.signal)).status)),
    async run({ ticketId, content, isPrivate, idempotencyKey }, { signal }) {
      await glpi.tickets.get(ticketId, signal)
      const key = idempotencyKey === undefined ? {} : { key: idempotencyKey }
      const { id, alreadyThere } = await glpi.followups.add({ ticketId, content, isPrivate, signal, ...key })
      const fr = isPrivate ? 'privé' : 'public'
      const en = isPrivate ? 'Private' : 'Public'
      return {
        data: { ticketId, followupId: id, alreadyThere },
        summary: alreadyThere
          ? {
              fr: `Le suivi est déjà au ticket n° ${ticketId}.`,
              en: `The followup is already on ticket #${ticketId}.`,
            }
          : {
              fr: `Suivi ${fr} ajouté au ticket n° ${ticketId}.`,
              en: `${en} followup added to ticket #${ticketId}.`,
            },
      }
    },
    async verify({ ticketId, isPrivate }, { data }, { signal }) {
      const { rows } = await glpi.followups.list(ticketId, signal)
      const row = rows.find(({ id }) => id === data.followupId)
      if (row === undefined) {
        return {
          status: 'mismatch',
          detail: { fr: 'Le suivi n’est pas dans le ticket.', en: 'The followup is not in the ticket.' },
        }
      }
      if (row.is_private !== isPrivate) {
        return {
          status: 'mismatch',
          detail: { fr: 'GLPI a changé la visibilité du suivi.', en: 'GLPI changed who sees the followup.' },
        }
      }
      return {
        status: 'verified',
        detail: { fr: 'Le suivi est dans le ticket.', en: 'The followup is in the ticket.' },
      }
    },
    async reconcile(args, startedAt, { signal }) {
      return (await findFollowup(glpi, args, { startedAt, signal })) ? 'yes' : 'no'
    },
  })
}

function preview({ content, isPrivate }: Args, status: string): ActionPreview {
  const isClosed = status === 'closed'
  return {
    before: [],
    after: [
      previewFact('content', { fr: 'Suivi', en: 'Followup' }, { value: content, changed: true }),
      previewFact(
        'isPrivate',
        { fr: 'Privé (techniciens seulement)', en: 'Private (technicians only)' },
        { value: isPrivate, kind: 'boolean', changed: true },
      ),
    ],
    warnings: [
      ...(isPrivate ? [] : [{ fr: 'Le client lira ce texte.', en: 'The client will read this text.' }]),
      ...(isClosed ? [{ fr: 'Le ticket est clos.', en: 'The ticket is closed.' }] : []),
    ],
    complete: true,
  }
}
