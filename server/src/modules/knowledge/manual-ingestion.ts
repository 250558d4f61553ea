import { ConflictError, type User } from '@hub/contracts'
import { startIngestion } from '@hub/knowledge'
import { inTransaction } from '@hub/safeguard'
import type { ServerContext } from '../../context.ts'
import { userActor } from '../auth/index.ts'

/** Passes over the documents folder that people ask for; closing ends the one that runs. */
export interface ManualIngestion {
  /**
   * @returns id of the run, which goes on in the background
   * @throws ConflictError while a run goes on, or without a documents folder
   */
  start(user: User): Promise<string>
  close(): Promise<void>
}

export function createManualIngestion(ctx: ServerContext): ManualIngestion {
  const closing = new AbortController()
  const running = new Set<Promise<void>>()
  return {
    async start(user) {
      const dir = ctx.env.RAG_DOCUMENTS_DIR
      if (!dir)
        throw new ConflictError('No documents folder is configured', { reason: 'knowledge.no_folder' })
      const { db, log, clock } = ctx
      const by = { userId: user.id, displayName: user.displayName }
      const folder = { db, log, clock, dir, signal: closing.signal }
      const { runId, finished } = await startIngestion(folder, { trigger: 'manual', by })
      running.add(finished)
      void finished.then(() => running.delete(finished))
      await inTransaction(ctx, (change) =>
        change.audit({
          actor: userActor(user),
          action: 'knowledge.ingest',
          subjectType: 'knowledge_run',
          subjectId: runId,
          details: {},
        }),
      )
      return runId
    },
    async close() {
      closing.abort(new Error('The process stops'))
      await Promise.all(running)
    },
  }
}
