import { NotFoundError, uploadsAtOncePerUser } from '@hub/contracts'
import { type Request, Router } from 'express'
import { z } from 'zod'
import type { ServerContext } from '../../../context.ts'
import { perUserLimit } from '../../../http/per-user-limit.ts'
import { validate } from '../../../http/validate.ts'
import { signedIn } from '../../auth/index.ts'
import { deleteAttachment, readAttachment, readBytes } from './attachment.store.ts'
import { checkRoom } from './check-room.ts'
import { receiveFile } from './receive-file.ts'
import { saveFile } from './save-file.ts'
import { uploadSlots } from './upload-slots.ts'

const AttachmentId = z.object({ id: z.uuid() })
const uploadsPerMinute = 30
const uploadsAtOnce = { perUser: uploadsAtOncePerUser, total: 8 }

/** Files of the caller; anybody else's look like none. */
export function attachmentRoutes(ctx: ServerContext): Router {
  const router = Router()
  const keyOf = (req: Request) => ({
    id: validate(AttachmentId, req.params).id,
    userId: signedIn(req).user.id,
  })
  const uploads = perUserLimit(ctx, { name: 'uploads', perMinute: uploadsPerMinute })
  const slots = uploadSlots(uploadsAtOnce)
  router.post('/', uploads, slots, checkRoom(ctx), receiveFile, async (req, res) => {
    const file = { file: req.file, userId: signedIn(req).user.id, signal: closed(res) }
    res.status(201).json(await saveFile(ctx, file))
  })
  router.get('/:id', async (req, res) => {
    res.json(await readAttachment(ctx.db, keyOf(req)))
  })
  // Never shown as a page: saved under its name, its type fixed, and without rights if it is opened all the same.
  router.get('/:id/content', async (req, res) => {
    const key = keyOf(req)
    const { name, mediaType } = await readAttachment(ctx.db, key)
    const bytes = await readBytes(ctx.db, key)
    if (!bytes) throw new NotFoundError('There is no such file', { reason: 'attachment.not_found' })
    res.attachment(name).set({
      'Content-Type': mediaType,
      'Content-Security-Policy': "default-src 'none'; sandbox",
      'X-Content-Type-Options': 'nosniff',
      'Cache-Control': 'private, no-store',
    })
    res.end(bytes)
  })
  router.delete('/:id', async (req, res) => {
    await deleteAttachment(ctx.db, keyOf(req))
    res.status(204).end()
  })
  return router
}

/** Aborted when the client leaves before it was answered. */
function closed(res: NodeJS.EventEmitter & { writableFinished: boolean }): AbortSignal {
  const gone = new AbortController()
  res.on('close', () => {
    if (!res.writableFinished) gone.abort()
  })
  return gone.signal
}
