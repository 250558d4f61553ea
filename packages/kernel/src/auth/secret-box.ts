import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'

const ivBytes = 12
const tagBytes = 16

function keyOf(passphrase: string): Buffer {
  return Buffer.from(hkdfSync('sha256', passphrase, '', 'hub-secret-box', 32))
}

/**
 * Encrypts a short secret for storage (AES-256-GCM).
 * @param box.context bound to the ciphertext: it opens only with the same one, e.g. the approval id
 */
export function sealSecret(box: { key: string; context: string }, secret: string): Buffer {
  const iv = randomBytes(ivBytes)
  const cipher = createCipheriv('aes-256-gcm', keyOf(box.key), iv).setAAD(Buffer.from(box.context))
  const sealed = Buffer.concat([cipher.update(secret, 'utf8'), cipher.final()])
  return Buffer.concat([iv, cipher.getAuthTag(), sealed])
}

/** Opens what `sealSecret` made; throws when key, context or bytes differ. */
export function openSecret(box: { key: string; context: string }, sealed: Uint8Array): string {
  const bytes = Buffer.from(sealed)
  const decipher = createDecipheriv('aes-256-gcm', keyOf(box.key), bytes.subarray(0, ivBytes))
  decipher.setAAD(Buffer.from(box.context)).setAuthTag(bytes.subarray(ivBytes, ivBytes + tagBytes))
  return Buffer.concat([decipher.update(bytes.subarray(ivBytes + tagBytes)), decipher.final()]).toString(
    'utf8',
  )
}
