import { type Attachment, ConflictError, LimitExceededError, NotFoundError } from '@hub/contracts'
import { type Db, Prisma, type Tx } from '@hub/prisma'
import { presentAttachment, withoutContent } from './present-attachment.ts'

export interface FileKey {
  id: string
  userId: string
}

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

/** Bytes of all files that are stored for one person, whatever holds them. */
export async function storedBytes(db: Db | Tx, userId: string): Promise<number> {
  const { _sum } = await db.attachment.aggregate({ where: { userId }, _sum: { size: true } })
  return _sum.size ?? 0
}

/** There is no room left for one more. */
export const noRoom = (maxBytes: number) =>
  new LimitExceededError('There is no room left for files', {
    reason: 'attachment.storage',
    params: { megabytes: Math.floor(maxBytes / 1_048_576) },
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
    if ((await storedBytes(tx, userId)) + file.bytes.length > room.maxBytes) throw noRoom(room.maxBytes)
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
