import { ExternalLink } from 'lucide-react'
import type { ReactNode } from 'react'
import { outsideAddress, saysPlace } from './outside-address.ts'
import { textOf } from './text-of.ts'

/** A link out of the Hub, in a tab of its own, that says where it leads; what may not be followed stays text. */
export function OutsideLink({ href, children }: { href: string | undefined; children: ReactNode }) {
  const address = outsideAddress(href)
  if (address === null) return children
  return (
    <a href={address.href} title={address.href} target="_blank" rel="noreferrer noopener">
      {children}
      {!saysPlace(textOf(children), address) && (
        <span className="text-muted text-xs"> ({address.place})</span>
      )}
      <ExternalLink aria-hidden className="ml-0.5 inline size-3 align-baseline" />
    </a>
  )
}
