export { type AddedCase, addCase } from './cases/add-case.store.ts'
export { caseDocument, casePath, type SolvedCase } from './cases/case-document.ts'
export { deleteDocument } from './documents/delete-document.store.ts'
export { documentText } from './documents/document-text.ts'
export { isFromFolder } from './documents/is-from-folder.ts'
export { type DocumentsQuestion, listDocuments } from './documents/list-documents.store.ts'
export { locateDocument } from './documents/locate-document.store.ts'
export { readDocument } from './documents/read-document.store.ts'
export { documentAt, type StoredDocument, storedDocument } from './documents/stored-document.store.ts'
export { createEmbeddings, EmbeddingsEnv } from './embedding/create-embeddings.ts'
export type { Embedder, Embeddings } from './embedding/embedder.ts'
export {
  type EmbeddingState,
  type ModelState,
  readEmbeddingState,
} from './embedding/read-embedding-state.store.ts'
export { type EmbeddingContext, startEmbedding } from './embedding/start-embedding.ts'
export { type ExtractedText, extractText } from './extract/extract-text.ts'
export type { TextFormat } from './extract/text-format.ts'
export { dismissGap } from './gaps/dismiss-gap.store.ts'
export { listGaps } from './gaps/list-gaps.store.ts'
export { noteGap } from './gaps/note-gap.ts'
export { DocumentProblem } from './ingest/document-problem.ts'
export { knowledgeSentences } from './ingest/document-reasons.ts'
export { ingestDocuments } from './ingest/ingest-documents.ts'
export type { IngestContext, IngestReport } from './ingest/ingest-folder.ts'
export type { RunStarter } from './ingest/ingest-run.store.ts'
export { readIngestState } from './ingest/read-ingest-state.store.ts'
export { type IngestionContext, type StartedIngestion, startIngestion } from './ingest/start-ingestion.ts'
export { type DocumentsWatch, type WatchContext, watchDocuments } from './ingest/watch-documents.ts'
export { listMarks, type MarksQuestion } from './marks/list-marks.store.ts'
export { markPassage } from './marks/mark-passage.store.ts'
export { resolveMark } from './marks/resolve-mark.store.ts'
export {
  createKnowledgeSearch,
  type KnowledgeAnswer,
  type KnowledgeContext,
  type KnowledgeSearch,
} from './search/create-knowledge-search.ts'
export type { KnowledgeQuestion } from './search/question.ts'
export type { FoundPassage } from './search/read-passages.store.ts'
export { indexWords } from './text/index-words.ts'
