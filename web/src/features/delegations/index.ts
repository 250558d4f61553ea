export { DelegationsPage } from './delegations-page.tsx'
