export { HistoryPage, SafeguardPage } from './safeguard-page.tsx'
