import type { WireEndpoint, WireServerLimits } from './wire/wire-server.ts'

/** What the database worker is started with. */
export interface WorkerInput {
  dataDir: string | undefined
  loadFrom: Uint8Array | string | undefined
  endpoint: WireEndpoint
  limits: WireServerLimits
}

export type WorkerRequest = { id: number; kind: 'dump' | 'close' }

export type WorkerMessage =
  | { kind: 'ready'; port: number | undefined }
  | { kind: 'failed'; message: string }
  | { kind: 'answer'; id: number; bytes?: Uint8Array; error?: string }
