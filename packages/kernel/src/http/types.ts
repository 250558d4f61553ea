/** What the client says about its calls; pino's logger fits. */
export interface HttpLog {
  debug(fields: Record<string, unknown>, message: string): void
  warn(fields: Record<string, unknown>, message: string): void
}

export interface HttpClientOptions {
  /** Name of the system as people know it, e.g. `GLPI`; it begins every error sentence. */
  name: string
  /** Without credentials; the path of a request is appended to it. */
  baseUrl: string
  /** Limit of one attempt, from the connection to the last byte. */
  timeoutMs: number
  maxConcurrent: number
  /** Requests that may wait for a free place; more are refused. Default 200. */
  maxQueued?: number
  /** Largest answer that is read. Default 8 MiB. */
  maxBytes?: number
  /** Tries in total (1 = never again); only GET and HEAD are tried again. */
  retry: { attempts: number; baseDelayMs?: number; maxDelayMs?: number }
  /** After `failures` failures in a row the system is left alone for `openMs`. */
  breaker: { failures: number; openMs: number }
  /** Headers of every attempt, e.g. the authorization. */
  headers?: () => Promise<Record<string, string>>
  log?: HttpLog
}

export type QueryValue = string | number | boolean

export interface HttpRequest {
  method?: 'GET' | 'HEAD' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  /** Begins with a slash; its parts are already escaped. */
  path: string
  query?: Record<string, QueryValue | undefined>
  headers?: Record<string, string>
  /** Sent as JSON; refused on GET and HEAD. */
  body?: unknown
  timeoutMs?: number
  signal?: AbortSignal
  /** Statuses whose JSON the caller reads itself; the others become an error. Default: 2xx. */
  accepts?: (status: number) => boolean
}

export interface HttpAnswer {
  status: number
  headers: Headers
  /** Parsed JSON, not yet checked; null for an empty answer. */
  data: unknown
}

export type CircuitState = 'closed' | 'open' | 'half_open'

export interface HttpClient {
  readonly name: string
  /**
   * One exchange with the system.
   * @throws UpstreamError for every way the system can fail to answer with JSON; the caller's own abort reason as it is.
   */
  request(request: HttpRequest): Promise<HttpAnswer>
  circuit(): CircuitState
}
