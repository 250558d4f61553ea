export { SupervisionPage } from './supervision-page.tsx'
