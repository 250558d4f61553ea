import { type Catalogue, defaultCatalogue } from './catalogue.ts'
import { demoReply } from './demo-reply.ts'
import type { ScriptedReply, StatusFault } from './scripted-reply.ts'

export type Vendor = 'ollama' | 'mistral'
export type Endpoint = 'chat' | 'embed' | 'list'

/** One request as it came in. Headers are not kept: one of them is the key. */
export interface RequestRecord {
  readonly vendor: Vendor
  readonly endpoint: Endpoint
  readonly path: string
  /** The parsed body, or undefined when there was none or it was not JSON. */
  readonly body: unknown
  readonly at: string
  /** `disconnected`: the client left before the answer was complete. */
  outcome: 'pending' | 'answered' | 'disconnected'
}

export type Responder = (request: RequestRecord) => ScriptedReply | undefined

export interface ModelStateOptions {
  /** The bearer key the Mistral server takes. */
  mistralKey?: string
  catalogue?: Catalogue
}

/** The script and the memory shared by the two model servers. */
export interface ModelState {
  readonly mistralKey: string
  readonly catalogue: Catalogue
  /** Everything received so far, oldest first. */
  readonly requests: readonly RequestRecord[]
  /** Requests whose client left early. */
  disconnects(): readonly RequestRecord[]
  /** Queue answers for the next chat requests of either vendor, first come first served. */
  reply(...replies: ScriptedReply[]): void
  /** Answer chat requests by a function when nothing is queued; undefined falls back to the demo sentence. */
  respondWith(responder: Responder | undefined): void
  /** Refuse the next request of another endpoint. */
  fail(endpoint: 'embed' | 'list', fault: StatusFault): void
  /** Forget script and requests. */
  reset(): void
  /** For the servers: remember a request. */
  record(request: Omit<RequestRecord, 'at' | 'outcome'>): RequestRecord
  /** For the servers: what to answer to a chat request. */
  nextReply(request: RequestRecord): ScriptedReply
  /** For the servers: the refusal waiting for an endpoint, once. */
  takeFailure(endpoint: Endpoint): StatusFault | undefined
}

/** A fresh state: no script, no requests. */
export function createModelState({
  mistralKey = 'demo-mistral-key',
  catalogue = defaultCatalogue,
}: ModelStateOptions = {}): ModelState {
  const replies: ScriptedReply[] = []
  const failures: { endpoint: Endpoint; fault: StatusFault }[] = []
  const requests: RequestRecord[] = []
  let responder: Responder | undefined
  return {
    mistralKey,
    catalogue,
    requests,
    disconnects: () => requests.filter(({ outcome }) => outcome === 'disconnected'),
    reply: (...more) => {
      replies.push(...more)
    },
    respondWith: (given) => {
      responder = given
    },
    fail: (endpoint, fault) => {
      failures.push({ endpoint, fault })
    },
    reset: () => {
      replies.length = 0
      failures.length = 0
      requests.length = 0
      responder = undefined
    },
    record: (request) => {
      const kept: RequestRecord = { ...request, at: new Date().toISOString(), outcome: 'pending' }
      requests.push(kept)
      return kept
    },
    nextReply: (request) => replies.shift() ?? responder?.(request) ?? demoReply(),
    takeFailure: (endpoint) => {
      const index = failures.findIndex((failure) => failure.endpoint === endpoint)
      return index < 0 ? undefined : failures.splice(index, 1)[0]?.fault
    },
  }
}
