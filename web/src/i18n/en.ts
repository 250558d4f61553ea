import { approvals } from './en/approvals.ts'
import { audit } from './en/audit.ts'
import { calls } from './en/calls.ts'
import { delegations } from './en/delegations.ts'
import { frame } from './en/frame.ts'
import { grants } from './en/grants.ts'
import { home } from './en/home.ts'
import { knowledge } from './en/knowledge.ts'
import { login } from './en/login.ts'
import { policy } from './en/policy.ts'
import { profile } from './en/profile.ts'
import { providers } from './en/providers.ts'
import { safeguard } from './en/safeguard.ts'
import { supervision } from './en/supervision.ts'
import { ui } from './en/ui.ts'
import { usage } from './en/usage.ts'
import { wibot } from './en/wibot.ts'
import { workflows } from './en/workflows.ts'
import type { Messages } from './messages.ts'

/** The English sentences, by namespace. */
export const en: Messages = {
  ui,
  frame,
  knowledge,
  login,
  home,
  approvals,
  safeguard,
  wibot,
  audit,
  calls,
  delegations,
  grants,
  policy,
  profile,
  providers,
  supervision,
  usage,
  workflows,
}
