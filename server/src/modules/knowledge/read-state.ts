import { type Accreditation, hasAccreditation, type IngestRun, type KnowledgeState } from '@hub/contracts'
import { type ModelState, readEmbeddingState, readIngestState } from '@hub/knowledge'
import type { ServerContext } from '../../context.ts'

/** The last passes and the embedding. Names of files, folders and servers are told to those who look after them. */
export async function readState(ctx: ServerContext, reader: Accreditation): Promise<KnowledgeState> {
  const [{ current, recent }, embedding] = await Promise.all([readIngestState(ctx), readEmbeddingState(ctx)])
  const isKeeper = hasAccreditation(reader, 'N2')
  const shown = (run: IngestRun) => (isKeeper ? run : withoutNames(run))
  return {
    hasFolder: ctx.env.RAG_DOCUMENTS_DIR !== undefined,
    ingestion: { current: current && shown(current), recent: recent.map(shown) },
    embedding: {
      wanted: embedding.wanted ?? null,
      models: embedding.models.map((model) => presentModel(model, isKeeper)),
    },
  }
}

function withoutNames({ currentFile: _, error: __, ...run }: IngestRun): IngestRun {
  return { ...run, problems: [] }
}

function presentModel({ error, ...model }: ModelState, isKeeper: boolean) {
  return {
    ...model,
    askedAt: model.askedAt.toISOString(),
    servingSince: model.servingSince?.toISOString() ?? null,
    ...(error && isKeeper && { error: { message: error.message, at: error.at.toISOString() } }),
  }
}
