export { readDocument } from './documents/read-document.store.ts'
export { type IngestReport, ingestDocuments } from './ingest/ingest-documents.ts'
export { createKnowledgeSearch, type KnowledgeSearch } from './search/create-knowledge-search.ts'
export type { FoundPassage } from './search/read-passages.store.ts'
