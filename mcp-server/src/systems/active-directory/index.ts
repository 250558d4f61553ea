export { type AccountRules, defaultAccountRules } from './client/account-rules.ts'
export { createDirectoryClient, type DirectoryClient } from './client/create-client.ts'
export type { DirectorySettings } from './client/settings.ts'
