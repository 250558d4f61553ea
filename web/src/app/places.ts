import { type Accreditation, hasAccreditation } from '@hub/contracts'
import {
  BookOpenText,
  ChartNoAxesColumn,
  House,
  type LucideIcon,
  MessagesSquare,
  ScrollText,
  ShieldCheck,
  Workflow,
} from 'lucide-react'

export interface Place {
  to: string
  icon: LucideIcon
  /** Key in the `frame` catalogue, or the product name, which is the same in every language. */
  name: 'home' | 'supervision' | 'workflows' | 'knowledge' | 'audit' | { product: string }
  hasCount?: boolean
  /** Whose place it is; everybody's when left out. */
  from?: Accreditation
  /** On a phone it stands in the menu of the person: the bar holds four places. */
  isInMenu?: boolean
}

const places: readonly Place[] = [
  { to: '/', icon: House, name: 'home' },
  { to: '/wibot', icon: MessagesSquare, name: { product: 'WIBOT' } },
  { to: '/safeguard', icon: ShieldCheck, name: { product: 'SAFEGUARD' }, hasCount: true },
  {
    to: '/supervision',
    icon: ChartNoAxesColumn,
    name: 'supervision',
    from: 'N3',
    isInMenu: true,
  },
  { to: '/workflows', icon: Workflow, name: 'workflows', from: 'N1', isInMenu: true },
  { to: '/knowledge', icon: BookOpenText, name: 'knowledge', from: 'N1', isInMenu: true },
  { to: '/audit', icon: ScrollText, name: 'audit', from: 'N3', isInMenu: true },
]

/** The places of the rail that a person may open, in order: only what exists. */
export function placesOf(held: Accreditation): Place[] {
  return places.filter(({ from }) => from === undefined || hasAccreditation(held, from))
}
