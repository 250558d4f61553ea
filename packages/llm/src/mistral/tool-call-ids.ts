import { createHash } from 'node:crypto'

const accepted = /^[A-Za-z0-9]{9}$/

/**
 * Ids that Mistral accepts for the calls of one history, unique in it and the same every time it is sent.
 * `key` says where the call stands, since other providers may repeat their ids.
 */
export function createIdMapper(): (id: string, key: string) => string {
  const used = new Set<string>()
  return (id, key) => {
    let candidate = id
    for (let round = 0; !accepted.test(candidate) || used.has(candidate); round++) {
      candidate = createHash('sha256').update(`${id}/${key}/${round}`).digest('hex').slice(0, 9)
    }
    used.add(candidate)
    return candidate
  }
}
