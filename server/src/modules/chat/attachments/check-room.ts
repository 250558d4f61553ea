import type { RequestHandler } from 'express'
import type { ServerContext } from '../../../context.ts'
import { signedIn } from '../../auth/index.ts'
import { noRoom, storedBytes } from './attachment.store.ts'
import { purgeFiles, unseenKeptMs } from './purge-files.store.ts'

const bytesPerMegabyte = 1_048_576
/** The most that a form adds to its one file: names, headers and boundaries. */
const formBytes = 65_536

/** All that one person may keep, in bytes. */
export const roomOf = ({ env }: ServerContext): number => env.CHAT_STORAGE_MB * bytesPerMegabyte

/** Refuses an upload that says itself that it is larger than the room of its owner, before any of it is read. */
export function checkRoom(ctx: ServerContext): RequestHandler {
  return async (req, _res, next) => {
    const userId = signedIn(req).user.id
    const before = new Date(ctx.clock.now().getTime() - unseenKeptMs)
    await ctx.db.$transaction((tx) => purgeFiles(tx, { userId, before }))
    const announced = Math.max(0, Number(req.get('content-length') ?? 0) - formBytes)
    if ((await storedBytes(ctx.db, userId)) + announced > roomOf(ctx)) throw noRoom(roomOf(ctx))
    next()
  }
}
