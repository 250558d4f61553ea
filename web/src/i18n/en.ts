import { approvals } from './en/approvals.ts'
import { frame } from './en/frame.ts'
import { home } from './en/home.ts'
import { login } from './en/login.ts'
import { safeguard } from './en/safeguard.ts'
import { ui } from './en/ui.ts'
import { wibot } from './en/wibot.ts'
import type { Messages } from './messages.ts'

/** The English sentences, by namespace. */
export const en: Messages = { ui, frame, login, home, approvals, safeguard, wibot }
