export { WibotPage } from './wibot-page.tsx'
