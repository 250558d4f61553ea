import {
  KnowledgeDocument,
  KnowledgeGaps,
  KnowledgeMark,
  KnowledgeMarks,
  KnowledgeState,
  ListedDocuments,
  MarkPassageInput,
  ResolveMarkInput,
  StartedRun,
  TriedSearch,
  TrySearchInput,
} from '@hub/contracts'
import { DocumentsQuery, GapsQuery, MarksQuery } from '../../modules/knowledge/index.ts'
import { type DocumentedRoute, ok } from '../documented-route.ts'

const tag = 'knowledge'

export const knowledgeRoutes: DocumentedRoute[] = [
  {
    method: 'get',
    path: '/api/knowledge/documents',
    tag,
    summary: 'Documents and cases that you may read, by path (N1+); files that failed from N2 on.',
    query: DocumentsQuery,
    answer: ok(ListedDocuments),
  },
  {
    method: 'get',
    path: '/api/knowledge/documents/{id}',
    tag,
    summary: 'A document that a citation opens.',
    answer: ok(KnowledgeDocument),
  },
  {
    method: 'get',
    path: '/api/knowledge/ingestion',
    tag,
    summary: 'The pass that reads the documents now, the last ones, and the embedding (N1+).',
    answer: ok(KnowledgeState),
  },
  {
    method: 'post',
    path: '/api/knowledge/ingestion',
    tag,
    summary: 'Read the documents folder now (N2+); 409 while it is being read.',
    answer: { status: 202, schema: StartedRun },
  },
  {
    method: 'post',
    path: '/api/knowledge/search',
    tag,
    summary: 'Try a question: the passages that WIBOT would be given, and why each ranked (N1+).',
    body: TrySearchInput,
    answer: ok(TriedSearch),
  },
  {
    method: 'post',
    path: '/api/knowledge/chunks/{id}/marks',
    tag,
    summary: 'Say that a passage is wrong or outdated (N1+).',
    body: MarkPassageInput,
    answer: { status: 201, schema: KnowledgeMark },
  },
  {
    method: 'get',
    path: '/api/knowledge/marks',
    tag,
    summary: 'Passages that were marked, newest first (N1+).',
    query: MarksQuery,
    answer: ok(KnowledgeMarks),
  },
  {
    method: 'post',
    path: '/api/knowledge/marks/{id}/resolve',
    tag,
    summary: 'Confirm the mark of another person, then searches leave the passage out, or dismiss it (N2+).',
    body: ResolveMarkInput,
    answer: ok(KnowledgeMark),
  },
  {
    method: 'get',
    path: '/api/knowledge/gaps',
    tag,
    summary: 'Questions that found nothing or little, without who asked (N2+).',
    query: GapsQuery,
    answer: ok(KnowledgeGaps),
  },
  {
    method: 'post',
    path: '/api/knowledge/gaps/{id}/dismiss',
    tag,
    summary: 'Delete a question that is dealt with (N2+).',
    answer: { status: 204 },
  },
]
