import type { Backend } from './backend.ts'

/**
 * Run-time settings (SET) of one connection. The backend has one set for all, so they are put in place when the
 * connection's turn comes and differ from those in force, and read back after the connection changed them.
 */
export class SessionSettings {
  #sql: string
  readonly #customNames = new Set<string>()

  /** `initial`: settings asked for in the startup packet. */
  constructor(initial: Map<string, string>) {
    this.#sql = toSql([...initial])
  }

  get isDefault(): boolean {
    return this.#sql === ''
  }

  /** Puts this connection's settings in force; no transaction may be open. @throws Error for a value refused */
  async apply(backend: Backend): Promise<void> {
    if (backend.appliedSettings === this.#sql) return
    backend.appliedSettings = '(unknown)'
    await backend.query(`RESET SESSION AUTHORIZATION; RESET ALL; ${this.#sql}`)
    backend.appliedSettings = this.#sql
  }

  /** Reads back what the connection has set. `customNames`: dotted names seen in its SQL, which the catalogue hides. */
  async capture(backend: Backend, customNames: Iterable<string>): Promise<void> {
    for (const name of customNames) this.#customNames.add(name.toLowerCase())
    const rows = await backend.query(
      `SELECT name, setting FROM pg_settings WHERE source = 'session'
       UNION ALL SELECT 'role', current_setting('role') WHERE current_setting('role') <> 'none'
       ${[...this.#customNames].map(selectCustom).join('\n')} ORDER BY 1`,
    )
    this.#sql = toSql(rows.map(([name, value]) => [name ?? '', value ?? '']))
    backend.appliedSettings = this.#sql
  }
}

function selectCustom(name: string): string {
  const value = `current_setting(${quote(name)}, true)`
  return `UNION ALL SELECT ${quote(name)}, ${value} WHERE ${value} <> ''
    AND NOT EXISTS (SELECT FROM pg_settings WHERE name = ${quote(name)})`
}

function toSql(settings: (readonly [string, string])[]): string {
  const calls = settings.map(([name, value]) => `set_config(${quote(name)}, ${quote(value)}, false)`)
  return calls.length === 0 ? '' : `SELECT ${calls.join(', ')}`
}

// The E'' form reads the same under either value of standard_conforming_strings.
function quote(text: string): string {
  return `E'${text.replaceAll('\\', '\\\\').replaceAll("'", "''")}'`
}
