export { DocumentPage } from './document/document-page.tsx'
export { KnowledgePage } from './knowledge-page.tsx'
