import { join } from 'node:path'
import { z } from 'zod'
import type { Domain } from './domain.ts'
import { readTextFile, writeFileAtomic } from './files.ts'

const StateFile = z.object({
  format: z.literal(1),
  counters: z.object({ nextRid: z.number().int(), usn: z.number().int() }),
  entries: z.array(z.object({ dn: z.string(), attributes: z.record(z.string(), z.array(z.string())) })),
  passwords: z.record(z.string(), z.object({ salt: z.string(), hash: z.string() })),
})

const fileName = 'directory.json'

/** Read the kept state into an empty domain. Out: whether there was one. Throws on a file of another shape. */
export async function readState(domain: Domain, dataDir: string): Promise<boolean> {
  const path = join(dataDir, fileName)
  const text = await readTextFile(path)
  if (text === undefined) return false
  const parsed = StateFile.safeParse(JSON.parse(text))
  if (!parsed.success) throw new Error(`${path} is not a directory state of this version`)
  for (const entry of parsed.data.entries) domain.tree.put(entry)
  for (const [guid, hash] of Object.entries(parsed.data.passwords)) domain.passwords.set(guid, hash)
  Object.assign(domain.counters, parsed.data.counters)
  return true
}

/**
 * A `save` for a domain: the file holds the state of the moment its write begins, and calls that come while one
 * is under way share the next.
 */
export function stateSaver(domain: Domain, dataDir: string): () => Promise<void> {
  let running: Promise<void> | undefined
  let next: Promise<void> | undefined
  const write = () =>
    writeFileAtomic(join(dataDir, fileName), serialize(domain)).finally(() => {
      running = undefined
    })
  const start = () => {
    next = undefined
    running = write()
    return running
  }
  return () => {
    if (!running) return start()
    next ??= running.then(start, start)
    return next
  }
}

function serialize(domain: Domain): string {
  const state: z.infer<typeof StateFile> = {
    format: 1,
    counters: domain.counters,
    entries: domain.tree.all().map(({ dn, attributes }) => ({
      dn,
      attributes: Object.fromEntries(Object.entries(attributes).map(([name, values]) => [name, [...values]])),
    })),
    passwords: Object.fromEntries(domain.passwords),
  }
  return JSON.stringify(state)
}
