import { approvals } from './fr/approvals.ts'
import { frame } from './fr/frame.ts'
import { home } from './fr/home.ts'
import { login } from './fr/login.ts'
import { safeguard } from './fr/safeguard.ts'
import { ui } from './fr/ui.ts'
import { wibot } from './fr/wibot.ts'

/** The French sentences, by namespace. */
export const fr = { ui, frame, login, home, approvals, safeguard, wibot }
