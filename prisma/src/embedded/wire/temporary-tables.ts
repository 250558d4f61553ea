import type { Backend } from './backend.ts'

const listTemporary = `SELECT c.oid, format('%s %s', CASE c.relkind WHEN 'v' THEN 'VIEW' WHEN 'S' THEN 'SEQUENCE'
  ELSE 'TABLE' END, c.oid::regclass) FROM pg_class c
  WHERE c.relnamespace = pg_my_temp_schema() AND c.relkind IN ('r', 'p', 'v', 'S')`

/**
 * Remembers which connection made which temporary table, to drop them when it ends. Until then they are visible to
 * every connection: one backend has one temporary schema.
 */
export class TemporaryTables {
  readonly #owners = new Map<string, object>()

  /** Gives the relations nobody owned so far to `owner`. */
  async claim(backend: Backend, owner: object): Promise<void> {
    for (const [oid] of await backend.query(listTemporary)) {
      if (oid && !this.#owners.has(oid)) this.#owners.set(oid, owner)
    }
  }

  /** Drops what `owner` left behind. */
  async drop(backend: Backend, owner: object): Promise<void> {
    const owned = [...this.#owners].filter(([, who]) => who === owner).map(([oid]) => oid)
    if (owned.length === 0) return
    for (const oid of owned) this.#owners.delete(oid)
    const left = (await backend.query(listTemporary)).filter(([oid]) => oid && owned.includes(oid))
    for (const [, relation] of left)
      await backend.query(`DROP ${relation?.replace(' ', ' IF EXISTS ')} CASCADE`)
  }
}
