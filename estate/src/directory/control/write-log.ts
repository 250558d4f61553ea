/** One write request as the log keeps it: names only, never a value. */
export interface WriteRecord {
  at: string
  operation: string
  dn: string
  attributes: readonly string[]
  /** LDAP result code of the answer. */
  code: number
}

const maxRecords = 1000

/** The last thousand write requests. */
export class WriteLog {
  #records: WriteRecord[] = []

  add(record: WriteRecord): void {
    this.#records = [...this.#records.slice(1 - maxRecords), record]
  }

  list(): readonly WriteRecord[] {
    return this.#records
  }

  clear(): void {
    this.#records = []
  }
}
