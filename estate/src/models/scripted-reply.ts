/** A tool call as a script wants it on the wire. */
export interface ScriptedCall {
  name: string
  /** An object goes out in the vendor's own form; text goes out as written, well-formed or not. */
  arguments: Record<string, unknown> | string
  /** Absent: an id in the vendor's form. Null: no id at all. */
  id?: string | null
  /** Send an object as an object even where the vendor sends JSON text. */
  isRawObject?: boolean
}

/** One chunk of a streamed answer. */
export interface ReplyPart {
  text?: string
  thinking?: string
  calls?: readonly ScriptedCall[]
  /** Silence before this chunk, in milliseconds. */
  stallMs?: number
}

/** A refusal instead of an answer, in the vendor's shape; 502 is the HTML page of a proxy. */
export interface StatusFault {
  kind: 'status'
  status: 400 | 401 | 404 | 429 | 500 | 502 | 503
  message?: string
  retryAfterSeconds?: number
}

/**
 * What goes wrong: `truncated` ends the stream cleanly but without its end mark, `reset` breaks the connection,
 * `error` sends an error in mid-stream; each after `afterParts` chunks, all of them by default. `garbled` sends half
 * of the chunk that follows them as if it were a whole one, and goes on.
 */
export type ReplyFault =
  | StatusFault
  | { kind: 'truncated' | 'reset'; afterParts?: number }
  | { kind: 'error'; message: string; afterParts?: number }
  | { kind: 'garbled'; afterParts: number }

export interface ScriptedReply {
  parts?: readonly ReplyPart[]
  /** By default `tool_calls` or `stop`; Ollama knows only `stop` and `length`. */
  finishReason?: 'stop' | 'length' | 'model_length' | 'tool_calls' | 'error'
  /** Token counts; null leaves them out. By default they are counted from the text. */
  usage?: { promptTokens: number; completionTokens: number } | null
  /** Silence before the first byte, in milliseconds. */
  firstTokenMs?: number
  fault?: ReplyFault
}
