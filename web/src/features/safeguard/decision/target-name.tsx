import type { ActionTarget } from '@hub/contracts'

/** Name of a target: logins and hostnames in mono, the rest as words. */
export function TargetName({ target, className = '' }: { target: ActionTarget; className?: string }) {
  const isIdentifier = target.system === 'ad' || target.system === 'observium'
  if (!isIdentifier) return <span className={className}>{target.name}</span>
  return <code className={`break-all text-[0.95em] ${className}`}>{target.name}</code>
}
