export { AskGrantPage } from './ask/ask-grant-page.tsx'
export { GrantsPage } from './grants-page.tsx'
