import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto'
import { promisify } from 'node:util'

export interface PasswordHash {
  salt: string
  hash: string
}

const derive = promisify<string, Buffer, number, Buffer>(scrypt)
const keyBytes = 32

/** Salted scrypt hash of a password (Node's default cost), both parts in hex. */
export async function hashPassword(password: string): Promise<PasswordHash> {
  const salt = randomBytes(16)
  return { salt: salt.toString('hex'), hash: (await derive(password, salt, keyBytes)).toString('hex') }
}

/** Whether the password is the one that was hashed, compared in constant time. */
export async function verifyPassword(password: string, stored: PasswordHash): Promise<boolean> {
  const derived = await derive(password, Buffer.from(stored.salt, 'hex'), keyBytes)
  return timingSafeEqual(derived, Buffer.from(stored.hash, 'hex'))
}

/** The hash of a password nobody knows: an account that has one without anyone being able to use it. */
export function unknownPassword(): PasswordHash {
  return { salt: randomBytes(16).toString('hex'), hash: randomBytes(keyBytes).toString('hex') }
}
