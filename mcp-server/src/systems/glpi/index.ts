export { createGlpiClient, type GlpiClient, type GlpiSettings } from './client/create-client.ts'
