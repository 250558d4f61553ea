import { type Attachment, ConflictError, LimitExceededError, NotFoundError } from '@hub/contracts'
import { type Db, Prisma } from '@hub/prisma'
import { presentAttachment, withoutContent } from './present-attachment.ts'

export interface FileKey {
  id: string
  userId: string
}

/** What nobody sent after this long was given up. */
const unsentAfterMs = 24 * 3_600_000

/** Somebody else's file looks like none at all. */
const notFound = () => new NotFoundError('There is no such file', { reason: 'attachment.not_found' })

/** @throws NotFoundError unless `userId` owns it */
export async function readAttachment(db: Db, key: FileKey): Promise<Attachment> {
  const row = await db.attachment.findFirst({ where: { ...key }, omit: withoutContent })
  if (!row) throw notFound()
  return presentAttachment(row)
}

/** The file as it was given, null when it is gone. */
export async function readBytes(db: Db, key: FileKey): Promise<Uint8Array | null> {
  const row = await db.attachment.findFirst({ where: { ...key }, select: { bytes: true } })
  return row?.bytes ?? null
}

export type NewFile = Pick<
  Prisma.AttachmentUncheckedCreateInput,
  'name' | 'format' | 'mediaType' | 'text'
> & {
  userId: string
  bytes: Uint8Array<ArrayBuffer>
  isTruncated: boolean
  pages: number | null
}

/** What takes room: files that are not sent yet, and those of conversations that are there. */
const counted = (userId: string): Prisma.AttachmentWhereInput => ({
  userId,
  OR: [
    { messages: { none: {} } },
    { messages: { some: { message: { conversation: { deletedAt: null } } } } },
  ],
})

/**
 * Keeps a file of its owner; uploads of one person are counted one after the other.
 * @param room.maxBytes all that one person may keep
 * @throws LimitExceededError when there is no room left
 */
export async function insertAttachment(
  db: Db,
  file: NewFile,
  room: { maxBytes: number; now: Date },
): Promise<Attachment> {
  const { userId } = file
  return db.$transaction(async (tx) => {
    await tx.$queryRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`attachments:${userId}`}, 0))::text`
    const givenUp = { userId, createdAt: { lt: new Date(room.now.getTime() - unsentAfterMs) } }
    await tx.attachment.deleteMany({ where: { ...givenUp, messages: { none: {} } } })
    const { _sum } = await tx.attachment.aggregate({ where: counted(userId), _sum: { size: true } })
    const used = _sum.size ?? 0
    if (used + file.bytes.length > room.maxBytes)
      throw new LimitExceededError('There is no room left for files', {
        reason: 'attachment.storage',
        params: { megabytes: Math.floor(room.maxBytes / 1_048_576) },
      })
    const sizes = { size: file.bytes.length, textLength: file.text.length }
    const data = { ...file, ...sizes, createdAt: room.now }
    return presentAttachment(await tx.attachment.create({ data, omit: withoutContent }))
  })
}

/**
 * Deletes a file that was not sent.
 * @throws ConflictError when a message holds it
 */
export async function deleteAttachment(db: Db, key: FileKey): Promise<void> {
  await readAttachment(db, key)
  try {
    await db.attachment.deleteMany({ where: { ...key } })
  } catch (error) {
    if (!(error instanceof Prisma.PrismaClientKnownRequestError && error.code === 'P2003')) throw error
    throw new ConflictError('The file was sent with a message', { reason: 'attachment.sent' })
  }
}
