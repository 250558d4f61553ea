import { type ActionPreview, glpiAddFollowup } from '@hub/contracts'
import type { z } from 'zod'
import { defineEffectTool } from '../../../tools/define-tool.ts'
import { previewFact } from '../../preview-fact.ts'
import type { GlpiClient } from '../domain/client.ts'
import type { TicketStatus } from '../domain/ticket.ts'
import { timedKey } from '../format/marker.ts'
import { matchWritten, storedText } from '../match-written.ts'
import { ticketTarget, ticketToChange } from '../ticket-target.ts'
import { writeOnce } from '../write-once.ts'

type Args = z.infer<typeof glpiAddFollowup.input>

/** `glpi_add_followup`: a private or public followup, written once per key. */
export function addFollowupTool(glpi: GlpiClient) {
  return defineEffectTool({
    descriptor: glpiAddFollowup,
    reversible: false,
    target: async ({ ticketId }, ctx) => ticketTarget(await glpi.tickets.get(ticketId, ctx.signal)),
    preview: async (args, ctx) => preview(args, (await ticketToChange(glpi, args.ticketId, ctx)).status),
    async run({ ticketId, content, isPrivate, idempotencyKey }, ctx) {
      const { signal, now } = ctx
      await ticketToChange(glpi, ticketId, ctx)
      const key = idempotencyKey ?? timedKey(now)
      const { id, alreadyThere } = await writeOnce({
        isKeyed: idempotencyKey !== undefined,
        find: () => findByKey(glpi, { ticketId, key }, signal),
        write: () => glpi.followups.add({ ticketId, text: content, isPrivate, key }, signal),
      })
      return {
        data: { ticketId, followupId: id, alreadyThere },
        summary: summary({ ticketId, isPrivate, alreadyThere }),
      }
    },
    async verify({ ticketId, isPrivate }, { data }, { signal }) {
      const { rows } = await glpi.followups.list(ticketId, 'all', signal)
      return verdict(
        rows.find(({ id }) => id === data.followupId),
        isPrivate,
      )
    },
    async reconcile({ ticketId, content, isPrivate, idempotencyKey: key }, startedAt, { signal }) {
      if (key !== undefined) {
        return (await findByKey(glpi, { ticketId, key }, signal)) === undefined ? 'no' : 'yes'
      }
      const { rows } = await glpi.followups.list(ticketId, 'all', signal)
      const text = storedText(content)
      return matchWritten(
        rows.filter((row) => row.text === text && row.isPrivate === isPrivate),
        startedAt,
      )
    },
  })
}

async function findByKey(
  glpi: GlpiClient,
  { ticketId, key }: { ticketId: number; key: string },
  signal: AbortSignal,
): Promise<number | undefined> {
  const { rows } = await glpi.followups.list(ticketId, 'all', signal)
  return rows.find((row) => row.key === key)?.id
}

function summary({
  ticketId,
  isPrivate,
  alreadyThere,
}: Pick<Args, 'ticketId' | 'isPrivate'> & { alreadyThere: boolean }) {
  if (alreadyThere) {
    return {
      fr: `Le suivi est déjà au ticket n° ${ticketId}.`,
      en: `The followup is already on ticket #${ticketId}.`,
    }
  }
  return {
    fr: `Suivi ${isPrivate ? 'privé' : 'public'} ajouté au ticket n° ${ticketId}.`,
    en: `${isPrivate ? 'Private' : 'Public'} followup added to ticket #${ticketId}.`,
  }
}

function verdict(row: { isPrivate: boolean } | undefined, isPrivate: boolean) {
  if (row === undefined) {
    const detail = { fr: 'Le suivi n’est pas dans le ticket.', en: 'The followup is not in the ticket.' }
    return { status: 'mismatch' as const, detail }
  }
  if (row.isPrivate !== isPrivate) {
    const detail = {
      fr: 'GLPI a changé la visibilité du suivi.',
      en: 'GLPI changed who sees the followup.',
    }
    return { status: 'mismatch' as const, detail }
  }
  const detail = { fr: 'Le suivi est dans le ticket.', en: 'The followup is in the ticket.' }
  return { status: 'verified' as const, detail }
}

function preview({ content, isPrivate }: Args, status: TicketStatus): ActionPreview {
  const visibility = { fr: 'Privé (techniciens seulement)', en: 'Private (technicians only)' }
  return {
    before: [],
    after: [
      previewFact('content', { fr: 'Suivi', en: 'Followup' }, { value: content, changed: true }),
      previewFact('isPrivate', visibility, { value: isPrivate, kind: 'boolean', changed: true }),
    ],
    warnings: [
      ...(isPrivate ? [] : [{ fr: 'Le client lira ce texte.', en: 'The client will read this text.' }]),
      ...(status === 'closed' ? [{ fr: 'Le ticket est clos.', en: 'The ticket is closed.' }] : []),
    ],
    complete: true,
  }
}
