import { type ActionPreview, adResetPassword } from '@hub/contracts'
import type { z } from 'zod'
import { defineEffectTool } from '../../../tools/define-tool.ts'
import { previewFact } from '../../preview-fact.ts'
import { accountFacts, accountWarnings, factLabels } from '../account-preview.ts'
import { accountRef, accountTarget } from '../account-target.ts'
import type { DirectoryClient } from '../client/create-client.ts'
import type { AccountRecord } from '../format/account.ts'
import { orUnknown } from '../or-unknown.ts'
import { wasReset } from '../was-reset.ts'

type Args = z.infer<typeof adResetPassword.input>

/** `ad_reset_password`: a new random password, seen once by the person entitled and by nobody else. */
export function resetPasswordTool(directory: DirectoryClient) {
  return defineEffectTool({
    descriptor: adResetPassword,
    reversible: false,
    target: async ({ login }, ctx) => accountTarget(await directory.find(login, ctx.signal)),
    preview: async (args, ctx) =>
      preview(args, await directory.find(accountRef(args.login, ctx.target), ctx.signal)),
    makeSecret: ({ login }, ctx) => directory.makePassword(accountRef(login, ctx.target), ctx.signal),
    async run({ login, mustChangeAtNextLogon, unlock }, { secret, signal, target }) {
      if (secret === undefined) throw new Error('a password reset runs only with a password made before')
      const account = accountRef(login, target)
      const reset = { account, password: secret, mustChangeAtNextLogon, unlock }
      const done = await directory.resetPassword(reset, signal)
      const { login: name, passwordLastSetAt } = done.after.account
      return {
        data: { login: name, passwordLastSetAt, mustChangeAtNextLogon: done.mustChangeAtNextLogon },
        summary: done.mustChangeAtNextLogon
          ? {
              fr: `Mot de passe de ${name} réinitialisé, à changer à la prochaine connexion.`,
              en: `Password of ${name} reset, to be changed at next logon.`,
            }
          : { fr: `Mot de passe de ${name} réinitialisé.`, en: `Password of ${name} reset.` },
      }
    },
    async verify({ login }, { data, startedAt }, ctx) {
      const record = await directory.find(accountRef(login, ctx.target), ctx.signal)
      const isSet = data.mustChangeAtNextLogon
        ? record.account.mustChangePassword
        : wasReset(record, startedAt) !== 'no'
      return isSet
        ? {
            status: 'verified',
            detail: { fr: 'L’annuaire montre le changement.', en: 'The directory shows the change.' },
          }
        : {
            status: 'mismatch',
            detail: {
              fr: 'L’annuaire ne montre pas le changement.',
              en: 'The directory does not show the change.',
            },
          }
    },
    // A password set at that time may be somebody else's: only a logon with the kept one tells.
    async reconcile({ login }, startedAt, { secret, signal, target }) {
      return orUnknown(async () => {
        const account = accountRef(login, target)
        const answer = wasReset(await directory.find(account, signal), startedAt)
        if (answer === 'no') return 'no'
        if (secret === undefined) return 'unknown'
        return (await directory.hasPassword(account, secret, signal)) ? 'yes' : 'unknown'
      })
    },
  })
}

function preview({ mustChangeAtNextLogon, unlock }: Args, record: AccountRecord): ActionPreview {
  const { account, ignoresMustChange } = record
  const mustChange = mustChangeAtNextLogon && !ignoresMustChange
  const noEffect = {
    fr: 'Ce mot de passe n’expire jamais : le changement à la prochaine connexion ne peut pas être imposé.',
    en: 'This password never expires: a change at next logon cannot be required.',
  }
  const current = { fr: 'actuel, inconnu du Hub', en: 'current, unknown to the Hub' }
  const made = { fr: 'nouveau, généré par le Hub', en: 'new, made by the Hub' }
  const then = { fr: 'à l’exécution', en: 'on execution' }
  return {
    before: [previewFact('password', factLabels.password, { value: current }), ...accountFacts(record)],
    after: [
      previewFact('password', factLabels.password, { value: made, changed: true }),
      previewFact('passwordLastSet', factLabels.passwordLastSet, { value: then, changed: true }),
      previewFact('mustChange', factLabels.mustChange, {
        value: mustChange,
        kind: 'boolean',
        changed: mustChange !== account.mustChangePassword,
      }),
      previewFact('locked', factLabels.locked, {
        value: account.locked && !unlock,
        kind: 'boolean',
        changed: account.locked && unlock,
      }),
    ],
    warnings: [...(mustChangeAtNextLogon && ignoresMustChange ? [noEffect] : []), ...accountWarnings(record)],
    complete: true,
  }
}
