import { adResetPassword, adUnlockAccount, type TemplateLanguage } from '@hub/contracts'
import type { RunNote } from '../../engine/run-note.ts'
import type { Reason } from '../ticket.ts'
import type { Desk } from './desk.ts'
import { escalate } from './escalate.ts'
import { finish, notMade } from './finish.ts'
import type { Identified } from './identify.ts'
import { readAccount } from './read-account.ts'
import { isMade, write } from './write.ts'

type Account = NonNullable<Identified['account']>

const reasons = {
  notLocked: {
    rule: 'not_locked',
    fr: 'le compte n’est pas verrouillé',
    en: 'the account is not locked',
  },
  stillLocked: {
    rule: 'still_locked',
    fr: 'le compte est toujours verrouillé après le déverrouillage',
    en: 'the account is still locked after unlocking',
  },
  unchanged: {
    rule: 'password_unchanged',
    fr: 'l’annuaire ne montre pas de nouveau mot de passe',
    en: 'the directory shows no new password',
  },
} satisfies Record<string, Reason>

/** The name as people know it, for texts. */
const shortLogin = ({ login }: Account) => login.split('@')[0] ?? login

/** Unlocks the account (L2), looks whether it is, and answers. */
export async function unlock(desk: Desk, account: Account, language: TemplateLanguage): Promise<RunNote> {
  if (!account.locked) return escalate(desk, [reasons.notLocked])
  const acted = await write(desk, 'unlock', {
    tool: adUnlockAccount.name,
    arguments: { login: account.login, ticketId: desk.ticketId },
    note: (made) => (isMade(made) ? { phase: 'unlocked' } : {}),
  })
  if (!isMade(acted)) return escalate(desk, [notMade('le déverrouillage', 'unlocking', acted)])
  const isOpen = () => readAccount(desk, account).then(({ locked }) => !locked)
  if (acted.state !== 'dry_run' && !(await desk.run.step('verify', isOpen)))
    return escalate(desk, [reasons.stillLocked])
  const text = { language, words: wordsOf(desk, account) }
  return finish(desk, { done: 'unlock_done', solution: 'unlock_solution' }, text)
}

/** Has people decide on a new password, looks whether it is there, and answers. The password passes nowhere here. */
export async function reset(desk: Desk, account: Account, language: TemplateLanguage): Promise<RunNote> {
  const acted = await write(desk, 'reset', {
    tool: adResetPassword.name,
    arguments: { login: account.login, ticketId: desk.ticketId, mustChangeAtNextLogon: true, unlock: true },
    note: (made) => (isMade(made) ? { phase: 'reset_done' } : {}),
  })
  if (!isMade(acted)) return escalate(desk, [notMade('la réinitialisation', 'the reset', acted)])
  const isNew = async () => {
    const { mustChangePassword, passwordLastSetAt } = await readAccount(desk, account)
    return mustChangePassword || passwordLastSetAt !== account.passwordLastSetAt
  }
  if (acted.state !== 'dry_run' && !(await desk.run.step('verify', isNew)))
    return escalate(desk, [reasons.unchanged])
  const text = { language, words: wordsOf(desk, account) }
  return finish(desk, { done: 'reset_done', solution: 'reset_solution' }, text)
}

function wordsOf({ ticketId }: Desk, account: Account): Record<string, string> {
  return { login: shortLogin(account), ticket: String(ticketId) }
}
