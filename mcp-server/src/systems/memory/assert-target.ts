import { ConflictError } from '@hub/contracts'
import type { ToolContext } from '../../tools/define-tool.ts'

/** The effect must be on the very document that was weighed. @throws ConflictError `memory.target_changed` */
export function assertTarget({ target }: ToolContext, id: string): void {
  if (target?.id === id) return
  throw new ConflictError('This is another document than the one that was shown; nothing was changed', {
    reason: 'memory.target_changed',
  })
}
