export { PolicyPage } from './policy-page.tsx'
