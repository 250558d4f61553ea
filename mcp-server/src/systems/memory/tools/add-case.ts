import { type ActionPreview, type ActionTarget, memoryAddCase } from '@hub/contracts'
import {
  addCase,
  caseDocument,
  casePath,
  documentAt,
  documentText,
  type KnowledgeContext,
  storedDocument,
} from '@hub/knowledge'
import type { z } from 'zod'
import { defineEffectTool } from '../../../tools/define-tool.ts'
import { previewFact } from '../../preview-fact.ts'
import { assertTarget } from '../assert-target.ts'
import { personalDataIn, personalDataWarning } from '../personal-data.policy.ts'

type Args = z.infer<typeof memoryAddCase.input>

/** `memory_add_case`: a solved case for the knowledge base, stored once. */
export function addCaseTool(knowledge: KnowledgeContext) {
  const { db } = knowledge
  return defineEffectTool({
    descriptor: memoryAddCase,
    reversible: true,
    target: async (args) => caseTarget(args),
    async preview(args, ctx) {
      const path = casePath(args)
      if (ctx.target) assertTarget(ctx, path)
      return casePreview(args, { now: ctx.now, isStored: (await documentAt(db, path)) !== undefined })
    },
    async run(args, ctx) {
      assertTarget(ctx, casePath(args))
      const added = await addCase({ ...knowledge, now: ctx.now }, args)
      const personalData = personalDataIn(textOf(args))
      const warning = personalDataWarning(personalData)
      const done = added.alreadyThere
        ? { fr: 'Ce cas était déjà enregistré.', en: 'This case was recorded already.' }
        : { fr: `Cas enregistré : ${args.title}.`, en: `Case recorded: ${args.title}.` }
      return {
        data: { ...added, personalData },
        summary: warning ? { fr: `${done.fr} ${warning.fr}`, en: `${done.en} ${warning.en}` } : done,
      }
    },
    async verify(_args, { data }) {
      const stored = await storedDocument(db, data.documentId)
      return stored?.path === data.path && stored.passages > 0
        ? {
            status: 'verified',
            detail: { fr: 'Le cas est dans la base.', en: 'The case is in the knowledge base.' },
          }
        : {
            status: 'mismatch',
            detail: { fr: 'Le cas n’est pas dans la base.', en: 'The case is not in the knowledge base.' },
          }
    },
    reconcile: async (args) => ((await documentAt(db, casePath(args))) === undefined ? 'no' : 'yes'),
  })
}

function caseTarget(args: Args): ActionTarget {
  const { title, client = null, ticketId = null } = args
  return {
    system: 'memory',
    kind: 'case',
    id: casePath(args),
    name: title,
    attributes: { clientName: client, ticketId },
  }
}

const textOf = ({ title, problem, cause, solution }: Args) => [title, problem, cause, solution].join('\n')

function casePreview(args: Args, { now, isStored }: { now: Date; isStored: boolean }): ActionPreview {
  const { chunks, meta } = caseDocument(args, now)
  const warning = personalDataWarning(personalDataIn(textOf(args)))
  const changed = { changed: !isStored }
  return {
    before: [
      previewFact(
        'stored',
        { fr: 'Déjà enregistré', en: 'Recorded already' },
        { value: isStored, kind: 'boolean' },
      ),
    ],
    after: [
      previewFact('title', { fr: 'Titre', en: 'Title' }, { value: meta.title, ...changed }),
      previewFact('client', { fr: 'Client', en: 'Client' }, { value: meta.client ?? null, ...changed }),
      previewFact(
        'audience',
        { fr: 'Lisible à partir de', en: 'Readable from' },
        { value: meta.audience, ...changed },
      ),
      previewFact('text', { fr: 'Texte', en: 'Text' }, { value: documentText(chunks), ...changed }),
    ],
    warnings: warning ? [warning] : [],
    complete: true,
  }
}
