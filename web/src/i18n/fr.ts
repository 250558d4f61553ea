import { approvals } from './fr/approvals.ts'
import { audit } from './fr/audit.ts'
import { calls } from './fr/calls.ts'
import { delegations } from './fr/delegations.ts'
import { frame } from './fr/frame.ts'
import { grants } from './fr/grants.ts'
import { home } from './fr/home.ts'
import { knowledge } from './fr/knowledge.ts'
import { login } from './fr/login.ts'
import { policy } from './fr/policy.ts'
import { profile } from './fr/profile.ts'
import { providers } from './fr/providers.ts'
import { safeguard } from './fr/safeguard.ts'
import { supervision } from './fr/supervision.ts'
import { ui } from './fr/ui.ts'
import { usage } from './fr/usage.ts'
import { wibot } from './fr/wibot.ts'
import { workflows } from './fr/workflows.ts'

/** The French sentences, by namespace. */
export const fr = {
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
