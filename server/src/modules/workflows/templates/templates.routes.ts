import {
  Actor,
  actorName,
  ResetTemplate,
  SetTemplate,
  type SupportTemplates,
  type TemplateHistory,
  TemplateLanguage,
  TemplateName,
} from '@hub/contracts'
import { findAudit } from '@hub/safeguard'
import { Router } from 'express'
import { z } from 'zod'
import type { ServerContext } from '../../../context.ts'
import { validate } from '../../../http/validate.ts'
import { requireUser, signedIn, userActor } from '../../auth/index.ts'
import { changeTemplate, templateActions, templateId } from './change-template.ts'
import { presentTemplates } from './present-template.ts'
import { findTemplates } from './templates.store.ts'

const Key = z.object({ name: TemplateName, language: TemplateLanguage })
const Edited = z.object({ body: z.string() })
const mostChanges = 50
type FoundRow = Awaited<ReturnType<typeof findAudit>>[number]

/** The texts that SUPPORT writes to clients, for N3 and above. */
export function templateRoutes(ctx: ServerContext): Router {
  const router = Router()
  router.use(requireUser(ctx, 'N3'))
  router.get('/', async (_req, res) => {
    const answer: SupportTemplates = { items: presentTemplates(await findTemplates(ctx.db)) }
    res.json(answer)
  })
  router.put('/:name/:language', async (req, res) => {
    const key = validate(Key, req.params)
    const { body, seen } = validate(SetTemplate, req.body)
    const { user } = signedIn(req)
    res.json(await changeTemplate(ctx, { key, actor: userActor(user), userId: user.id, body, seen }))
  })
  router.delete('/:name/:language', async (req, res) => {
    const key = validate(Key, req.params)
    const { seen } = validate(ResetTemplate, req.body)
    const { user } = signedIn(req)
    res.json(await changeTemplate(ctx, { key, actor: userActor(user), userId: user.id, body: null, seen }))
  })
  router.get('/:name/:language/history', async (req, res) => {
    const subjectId = templateId(validate(Key, req.params))
    const rows = await findAudit(ctx.db, { action: 'workflow.template_', subjectId, limit: mostChanges })
    const answer: TemplateHistory = { items: rows.map(presentChange) }
    res.json(answer)
  })
  return router
}

function presentChange({ at, actor, action, details }: FoundRow): TemplateHistory['items'][number] {
  const body = action === templateActions.edit ? Edited.parse(details).body : null
  return { at: at.toISOString(), by: actorName(Actor.parse(actor)), body }
}
