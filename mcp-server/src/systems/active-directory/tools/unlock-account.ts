import { adUnlockAccount } from '@hub/contracts'
import { defineEffectTool } from '../../../tools/define-tool.ts'
import { previewFact } from '../../preview-fact.ts'
import { accountFacts, accountWarnings, factLabels } from '../account-preview.ts'
import { accountRef, accountTarget } from '../account-target.ts'
import type { DirectoryClient } from '../client/create-client.ts'
import { orUnknown } from '../or-unknown.ts'

const notLocked = { fr: 'Le compte n’est pas verrouillé.', en: 'The account is not locked.' }
const stillLocked = { fr: 'Le compte est verrouillé.', en: 'The account is locked.' }

/** `ad_unlock_account`: ends a lockout; the password stays. */
export function unlockAccountTool(directory: DirectoryClient) {
  return defineEffectTool({
    descriptor: adUnlockAccount,
    // No undo: a directory lets nobody lock an account (lockoutTime takes only 0), but nothing is lost by it either.
    reversible: true,
    target: async ({ login }, ctx) => accountTarget(await directory.find(login, ctx.signal)),
    async preview({ login }, ctx) {
      const record = await directory.find(accountRef(login, ctx.target), ctx.signal)
      const { locked } = record.account
      return {
        before: accountFacts(record),
        after: [previewFact('locked', factLabels.locked, { value: false, kind: 'boolean', changed: locked })],
        warnings: [...(locked ? [] : [notLocked]), ...accountWarnings(record)],
        complete: true,
      }
    },
    async run({ login }, ctx) {
      const { wasLocked, after } = await directory.unlock(accountRef(login, ctx.target), ctx.signal)
      const { login: name, locked } = after.account
      return {
        data: { login: name, wasLocked, locked },
        summary: wasLocked
          ? { fr: `Compte ${name} déverrouillé.`, en: `Account ${name} unlocked.` }
          : { fr: `Le compte ${name} n’était pas verrouillé.`, en: `Account ${name} was not locked.` },
      }
    },
    async verify({ login }, _effect, ctx) {
      const { account } = await directory.find(accountRef(login, ctx.target), ctx.signal)
      return account.locked
        ? { status: 'mismatch', detail: stillLocked }
        : { status: 'verified', detail: notLocked }
    },
    async reconcile({ login }, _startedAt, ctx) {
      return orUnknown(async () => {
        const { account } = await directory.find(accountRef(login, ctx.target), ctx.signal)
        return account.locked ? 'no' : 'yes'
      })
    },
  })
}
