import type { OpenTools } from '@hub/kernel'
import type { SafeguardContext } from '@hub/safeguard'

/** What the workflows work with; built once per process. */
export interface WorkflowsContext extends SafeguardContext {
  openTools: OpenTools
}
