import { splitStatements } from './sql-statements.ts'

export type ListenChange =
  | { kind: 'listen'; channel: string }
  | { kind: 'unlisten'; channel: string | undefined }

/** What a piece of SQL does to state that real Postgres keeps per session and one shared backend does not. */
export interface SessionCommands {
  changesSettings: boolean
  customSettings: string[]
  createsTemporary: boolean
  listenChanges: ListenChange[]
  /** Why this SQL cannot be run on a shared backend. */
  refusal: string | undefined
  /** SQL to run instead, when the text as sent would touch other connections. */
  replacement: string | undefined
}

const mayMatter =
  /\b(?:LISTEN|UNLISTEN|RESET|DISCARD|DEALLOCATE|TEMP|TEMPORARY|DECLARE|set_config)\b|(?:^|[;\n]|\*\/)\s*SET\b/i
const identifier = /^(?:UN)?LISTEN\s+(?:"((?:[^"]|"")+)"|([^\s";]+))/i

const nothing: SessionCommands = {
  changesSettings: false,
  customSettings: [],
  createsTemporary: false,
  listenChanges: [],
  refusal: undefined,
  replacement: undefined,
}

/** Reads the session-level commands out of SQL text; cheap for text without any. */
export function readSessionCommands(sql: string): SessionCommands {
  if (!mayMatter.test(sql)) return nothing
  const statements = splitStatements(sql)
  const result: SessionCommands = { ...nothing, customSettings: [], listenChanges: [] }
  for (const statement of statements) readStatement(statement, result)
  if (statements.length > 1 && result.replacement) {
    result.refusal ??= 'send UNLISTEN and DISCARD ALL as a message of their own'
  }
  return result
}

function readStatement(statement: string, result: SessionCommands): void {
  if (/^(?:SET|RESET)\b/i.test(statement) || /\bset_config\s*\(/i.test(statement)) {
    result.changesSettings = true
    result.customSettings.push(...(statement.match(/\b[a-z_]\w*\.[a-z_]\w*\b/gi) ?? []))
  } else if (/^(?:CREATE|SELECT|WITH)\b.*\bTEMP(?:ORARY)?\b/is.test(statement)) result.createsTemporary = true
  else if (/^(?:UN)?LISTEN\b/i.test(statement)) readListen(statement, result)
  else if (/^DISCARD\s+ALL\b/i.test(statement)) {
    result.changesSettings = true
    result.replacement = 'RESET ALL'
    result.listenChanges.push({ kind: 'unlisten', channel: undefined })
  } else if (/^(?:DISCARD\b|DEALLOCATE\s+(?:PREPARE\s+)?ALL\b)/i.test(statement)) {
    result.refusal = 'it would discard the prepared statements and temporary tables of other connections'
  } else if (/^DECLARE\b.*\bWITH\s+HOLD\b/is.test(statement)) {
    result.refusal = 'a cursor WITH HOLD would outlive its turn'
  }
}

function readListen(statement: string, result: SessionCommands): void {
  const match = identifier.exec(statement)
  const channel = match?.[1]?.replaceAll('""', '"') ?? match?.[2]?.toLowerCase()
  if (channel === undefined) return
  if (/^LISTEN/i.test(statement)) {
    result.listenChanges.push({ kind: 'listen', channel })
    return
  }
  result.listenChanges.push({ kind: 'unlisten', channel: channel === '*' ? undefined : channel })
  // The backend keeps listening: other connections may, and the router drops what nobody wants.
  result.replacement = 'UNLISTEN "hub_nobody"'
}
