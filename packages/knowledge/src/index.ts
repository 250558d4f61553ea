export { readDocument } from './documents/read-document.store.ts'
export type { EmbeddingProvider } from './embedding/embedding-provider.ts'
export { type IngestContext, type IngestReport, ingestDocuments } from './ingest/ingest-documents.ts'
export {
  createKnowledgeSearch,
  type KnowledgeContext,
  type KnowledgeSearch,
} from './search/create-knowledge-search.ts'
export type { KnowledgeQuestion } from './search/question.ts'
export type { FoundPassage } from './search/read-passages.store.ts'
