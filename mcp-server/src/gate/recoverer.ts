import type { Actor } from '@hub/contracts'

/** Who ends what another process of the MCP server left behind. */
export const recoverer: Actor = { type: 'system', name: 'mcp-server' }
