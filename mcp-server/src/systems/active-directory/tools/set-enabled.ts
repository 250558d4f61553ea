import type { adDisableAccount, adEnableAccount, LocalizedText } from '@hub/contracts'
import { defineEffectTool } from '../../../tools/define-tool.ts'
import { previewFact } from '../../preview-fact.ts'
import { accountFacts, accountWarnings, factLabels } from '../account-preview.ts'
import { accountRef, accountTarget } from '../account-target.ts'
import type { DirectoryClient } from '../client/create-client.ts'
import type { AccountRecord } from '../format/account.ts'
import { accountControl, hasBit } from '../format/account-control.ts'
import { orUnknown } from '../or-unknown.ts'

interface Wording {
  descriptor: typeof adDisableAccount | typeof adEnableAccount
  isEnabled: boolean
  /** The tool that takes it back. */
  inverse: string
  done(login: string): LocalizedText
  already(login: string): LocalizedText
}

const enabled = { fr: 'Le compte est activé.', en: 'The account is enabled.' }
const disabled = { fr: 'Le compte est désactivé.', en: 'The account is disabled.' }
const needsNoPassword = {
  fr: 'Ce compte peut être ouvert sans mot de passe : réinitialisez-le d’abord.',
  en: 'This account may be opened without a password: reset it first.',
}

/** The two tools that enable and disable an account differ in their words and in one bit. */
export function setEnabledTool(directory: DirectoryClient, wording: Wording) {
  const { descriptor, isEnabled, inverse } = wording
  const [wanted, opposite] = isEnabled ? [enabled, disabled] : [disabled, enabled]
  return defineEffectTool({
    descriptor,
    reversible: true,
    async target({ login, accountId }, ctx) {
      const account = accountId === undefined ? login : { login, guid: accountId }
      return accountTarget(await directory.find(account, ctx.signal))
    },
    async preview({ login }, ctx) {
      const record = await directory.find(accountRef(login, ctx.target), ctx.signal)
      const changed = record.account.enabled !== isEnabled
      return {
        before: accountFacts(record),
        after: [previewFact('enabled', factLabels.enabled, { value: isEnabled, kind: 'boolean', changed })],
        warnings: [...(changed ? [] : [wanted]), ...warningsFor(record, isEnabled)],
        complete: true,
      }
    },
    async run({ login }, ctx) {
      const account = accountRef(login, ctx.target)
      const { changed, after } = await directory.setEnabled({ account, isEnabled }, ctx.signal)
      const { login: name, enabled: now } = after.account
      return {
        data: { login: name, enabled: now, changed },
        summary: changed ? wording.done(name) : wording.already(name),
      }
    },
    async verify({ login }, _effect, ctx) {
      const { account } = await directory.find(accountRef(login, ctx.target), ctx.signal)
      return account.enabled === isEnabled
        ? { status: 'verified', detail: wanted }
        : { status: 'mismatch', detail: opposite }
    },
    reconcile: ({ login }, _startedAt, ctx) =>
      orUnknown(async () => {
        const { account } = await directory.find(accountRef(login, ctx.target), ctx.signal)
        return account.enabled === isEnabled ? 'yes' : 'no'
      }),
    undo: ({ login }, { changed }) => (changed ? { toolName: inverse, arguments: { login } } : null),
  })
}

function warningsFor(record: AccountRecord, isEnabled: boolean): LocalizedText[] {
  // That a disabled account cannot log on is what the action changes, not a warning about it.
  const usual = accountWarnings({ ...record, account: { ...record.account, enabled: true } })
  const isOpen = isEnabled && hasBit(record.control, accountControl.passwordNotRequired)
  return isOpen ? [needsNoPassword, ...usual] : usual
}
