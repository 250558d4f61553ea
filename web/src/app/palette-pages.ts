import { type Accreditation, hasAccreditation } from '@hub/contracts'
import {
  BookOpenText,
  CalendarClock,
  ChartNoAxesColumn,
  Cpu,
  FileSearch,
  Flag,
  FlaskConical,
  Gauge,
  History,
  House,
  KeyRound,
  MessagesSquare,
  Plus,
  Scale,
  ScrollText,
  Search,
  ShieldCheck,
  TriangleAlert,
  UserRound,
  Workflow,
} from 'lucide-react'

const pages = [
  { to: '/', icon: House, name: 'home', from: 'N0' },
  { to: '/wibot', icon: MessagesSquare, name: { product: 'WIBOT' }, from: 'N0' },
  { to: '/safeguard', icon: ShieldCheck, name: { product: 'SAFEGUARD' }, from: 'N1' },
  { to: '/safeguard/history', icon: History, name: 'palette.history', from: 'N1' },
  { to: '/safeguard/grants', icon: KeyRound, name: 'palette.grants', from: 'N1' },
  { to: '/safeguard/grants/new', icon: Plus, name: 'palette.askGrant', from: 'N2' },
  { to: '/safeguard/delegations', icon: CalendarClock, name: 'palette.delegations', from: 'N1' },
  { to: '/safeguard/policy', icon: Scale, name: 'palette.policy', from: 'N2' },
  { to: '/safeguard/policy/try', icon: Search, name: 'palette.tryCall', from: 'N3' },
  { to: '/safeguard/policy/dry-run', icon: FlaskConical, name: 'palette.dryRun', from: 'N3' },
  { to: '/supervision/safeguard', icon: ChartNoAxesColumn, name: 'palette.supervision', from: 'N3' },
  { to: '/supervision/providers', icon: Cpu, name: 'palette.providers', from: 'N3' },
  { to: '/workflows', icon: Workflow, name: 'workflows', from: 'N1' },
  { to: '/workflows?state=parked', icon: TriangleAlert, name: 'palette.failedRuns', from: 'N1' },
  { to: '/knowledge', icon: BookOpenText, name: 'knowledge', from: 'N1' },
  { to: '/knowledge/search', icon: FileSearch, name: 'palette.tryQuestion', from: 'N1' },
  { to: '/knowledge/marks', icon: Flag, name: 'palette.knowledgeMarks', from: 'N1' },
  { to: '/audit', icon: ScrollText, name: 'palette.audit', from: 'N3' },
  { to: '/usage', icon: Gauge, name: 'palette.usage', from: 'N0' },
  { to: '/profile', icon: UserRound, name: 'profile', from: 'N0' },
] as const

/** The pages of the palette that a person may open. */
export function pagesOf(held: Accreditation) {
  return pages.filter(({ from }) => hasAccreditation(held, from))
}
