import { AppError, type LocalizedText, type User } from '@hub/contracts'
import type { ToolSession } from '@hub/kernel'
import type { ServerContext } from '../../../context.ts'
import { userActor } from '../../auth/index.ts'

const unreachable: LocalizedText = {
  fr: 'Les outils sont injoignables.',
  en: 'The tools cannot be reached.',
}

/**
 * Reads with the rights of a user, for a short time.
 * @param work.limitMs after which the signal is aborted
 * @returns what `read` gives, or why the tools could not be reached in that time
 */
export async function withSession<T>(
  ctx: ServerContext,
  work: { user: User; conversationId?: string; limitMs: number; signal?: AbortSignal },
  read: (session: ToolSession, signal: AbortSignal) => Promise<T>,
): Promise<{ value: T } | { problem: LocalizedText }> {
  const { user, conversationId } = work
  const limit = AbortSignal.timeout(work.limitMs)
  const signal = work.signal ? AbortSignal.any([work.signal, limit]) : limit
  const opening = ctx.openTools({
    actor: userActor(user),
    locale: user.locale,
    ...(conversationId === undefined ? {} : { conversationId }),
  })
  const session = await openedBefore(opening, signal)
  if (!session) return { problem: unreachable }
  try {
    return { value: await read(session, signal) }
  } finally {
    await session.close().catch((err: unknown) => ctx.log.warn({ err }, 'tools not closed'))
  }
}

/** A session that opens too late is closed again. */
async function openedBefore(opening: Promise<ToolSession>, signal: AbortSignal): Promise<ToolSession | null> {
  const aborted = new Promise<null>((resolve) => {
    if (signal.aborted) resolve(null)
    signal.addEventListener('abort', () => resolve(null), { once: true })
  })
  try {
    const session = await Promise.race([opening, aborted])
    if (session) return session
  } catch (error) {
    if (error instanceof AppError) return null
    throw error
  }
  opening.then(
    (session) => session.close(),
    () => undefined,
  )
  return null
}
