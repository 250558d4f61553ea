import { House, type LucideIcon, MessagesSquare, ShieldCheck } from 'lucide-react'

export interface Place {
  to: string
  icon: LucideIcon
  /** Key in the `frame` catalogue, or the product name, which is the same in every language. */
  name: 'home' | { product: string }
  hasCount?: boolean
}

/** The places of the rail, in order: only what exists. */
export const places: readonly Place[] = [
  { to: '/', icon: House, name: 'home' },
  { to: '/wibot', icon: MessagesSquare, name: { product: 'WIBOT' } },
  { to: '/safeguard', icon: ShieldCheck, name: { product: 'SAFEGUARD' }, hasCount: true },
]
