import { createHash, timingSafeEqual } from 'node:crypto'
import { frameType, readCString } from './frames.ts'

/** Whether `message` is a PasswordMessage with this password; takes the same time wherever they differ. */
export function isPasswordMessage(message: Buffer, password: string): boolean {
  const given = frameType(message) === 'p' ? readCString(message, 5)?.text : undefined
  return timingSafeEqual(digest(given ?? ''), digest(password)) && given !== undefined
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest()
}
