import { AppError } from '@hub/contracts'
import { mayHaveTakenEffect } from '@hub/kernel'

interface OnceWrite {
  /** Given when the caller may repeat the write: it is looked for first. */
  isKeyed: boolean
  /** The id of what carries the key of this write, or undefined. */
  find: () => Promise<number | undefined>
  write: () => Promise<number>
}

/**
 * A write that is never sent twice: what is there with its key is not written again, and when the answer is lost
 * the system is looked at. Whatever that look gives, the error of the write itself is the one that is thrown.
 */
export async function writeOnce({
  isKeyed,
  find,
  write,
}: OnceWrite): Promise<{ id: number; alreadyThere: boolean }> {
  const there = isKeyed ? await find() : undefined
  if (there !== undefined) return { id: there, alreadyThere: true }
  try {
    return { id: await write(), alreadyThere: false }
  } catch (error) {
    if (!mayHaveTakenEffect(error)) throw error
    const id = await find().catch((unseen: unknown) => {
      if (unseen instanceof AppError) return undefined
      throw unseen
    })
    if (id === undefined) throw error
    return { id, alreadyThere: false }
  }
}
