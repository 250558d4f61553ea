import type { ActionTarget, adAddToGroup, adRemoveFromGroup, LocalizedText } from '@hub/contracts'
import { defineEffectTool } from '../../../tools/define-tool.ts'
import { previewFact } from '../../preview-fact.ts'
import { accountWarnings, factLabels } from '../account-preview.ts'
import { accountRef, accountTarget, boundParts } from '../account-target.ts'
import type { DirectoryClient } from '../client/create-client.ts'
import type { MemberRef, MembershipState } from '../client/group-calls.ts'
import { orUnknown } from '../or-unknown.ts'

interface Wording {
  descriptor: typeof adAddToGroup | typeof adRemoveFromGroup
  isMember: boolean
  /** The tool that takes it back. */
  inverse: string
  done(login: string, group: string): LocalizedText
  already(login: string, group: string): LocalizedText
}

const member = { fr: 'Le compte est membre du groupe.', en: 'The account is a member of the group.' }
const notMember = { fr: 'Le compte n’est pas membre du groupe.', en: 'The account is not in the group.' }
const privilegedGroup = { fr: 'Groupe à privilèges.', en: 'Privileged group.' }
const primaryGroup = {
  fr: 'C’est le groupe principal du compte : il ne peut pas être quitté.',
  en: 'This is the primary group of the account: it cannot be left.',
}

/** The two tools that begin and end a membership. The target is the account in that very group. */
export function membershipTool(directory: DirectoryClient, wording: Wording) {
  const { descriptor, isMember, inverse } = wording
  const [wanted, opposite] = isMember ? [member, notMember] : [notMember, member]
  return defineEffectTool({
    descriptor,
    reversible: true,
    target: async (args, ctx) => memberTarget(await directory.membership(asked(args), ctx.signal)),
    preview: async (args, ctx) =>
      preview(await directory.membership(bound(args, ctx.target), ctx.signal), isMember),
    async run(args, ctx) {
      const ref = bound(args, ctx.target)
      const change = isMember
        ? directory.addToGroup(ref, ctx.signal)
        : directory.removeFromGroup(ref, ctx.signal)
      const { record, group, changed, isMember: now } = await change
      const { login } = record.account
      return {
        data: { login, group: group.name, isMember: now, changed },
        summary: changed ? wording.done(login, group.name) : wording.already(login, group.name),
      }
    },
    async verify(args, _effect, ctx) {
      const state = await directory.membership(bound(args, ctx.target), ctx.signal)
      return state.isMember === isMember
        ? { status: 'verified', detail: wanted }
        : { status: 'mismatch', detail: opposite }
    },
    reconcile: (args, _startedAt, ctx) =>
      orUnknown(async () => {
        const state = await directory.membership(bound(args, ctx.target), ctx.signal)
        return state.isMember === isMember ? 'yes' : 'no'
      }),
    undo: ({ login, group }, { changed }) =>
      changed ? { toolName: inverse, arguments: { login, group } } : null,
  })
}

type Args = { login: string; group: string }

const asked = ({ login, group }: Args): MemberRef => ({ account: login, group })

/** Once the call has a target, only that very account and that very group will do. */
function bound({ login, group }: Args, target: ActionTarget | undefined): MemberRef {
  return { account: accountRef(login, target), group, groupGuid: target && (boundParts(target)[0] ?? '') }
}

function memberTarget({ record, group }: MembershipState): ActionTarget {
  const privileged = record.account.privileged || group.isPrivileged
  return accountTarget(record, {
    boundTo: [group.guid],
    attributes: { privileged, group: group.name, groupId: group.guid },
  })
}

function preview({ record, group, isMember, isPrimary }: MembershipState, isWanted: boolean) {
  const changed = isMember !== isWanted
  return {
    before: [
      previewFact('group', factLabels.group, { value: `${group.name} (${group.container})` }),
      previewFact('member', factLabels.member, { value: isMember, kind: 'boolean' }),
      previewFact('groups', factLabels.groups, { value: record.account.groups.join(', ') }),
    ],
    after: [previewFact('member', factLabels.member, { value: isWanted, kind: 'boolean', changed })],
    warnings: [
      ...(changed ? [] : [isWanted ? member : notMember]),
      ...(isPrimary && !isWanted ? [primaryGroup] : []),
      ...(group.isPrivileged ? [privilegedGroup] : []),
      ...accountWarnings(record),
    ],
    complete: true,
  }
}
