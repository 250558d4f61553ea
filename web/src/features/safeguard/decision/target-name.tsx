import type { ActionTarget } from '@hub/contracts'

/** Name of a target: hostnames in mono, the rest as words. */
export function TargetName({ target, className = '' }: { target: ActionTarget; className?: string }) {
  if (target.system !== 'observium') return <span className={className}>{target.name}</span>
  return <code className={`break-all text-[0.95em] ${className}`}>{target.name}</code>
}
