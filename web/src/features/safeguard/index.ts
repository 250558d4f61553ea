export { HistoryPage } from './history/history-page.tsx'
export { SafeguardPage } from './safeguard-page.tsx'
