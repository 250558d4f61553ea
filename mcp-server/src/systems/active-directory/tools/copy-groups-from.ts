import {
  type ActionPreview,
  type ActionTarget,
  adCopyGroupsFrom,
  type LeftOutGroup,
  type LocalizedText,
} from '@hub/contracts'
import { defineEffectTool } from '../../../tools/define-tool.ts'
import { previewFact } from '../../preview-fact.ts'
import { accountWarnings, factLabels } from '../account-preview.ts'
import { accountRef, accountTarget, boundParts } from '../account-target.ts'
import { assertPlan, type CopyPlan, groupIdsOf, planIdentity } from '../client/copy-groups.ts'
import type { DirectoryClient } from '../client/create-client.ts'
import { orUnknown } from '../or-unknown.ts'

type Args = { login: string; fromLogin: string }

const allThere = { fr: 'Le compte est dans tous ces groupes.', en: 'The account is in all these groups.' }
const notAllThere = {
  fr: 'Il manque des groupes au compte.',
  en: 'The account is not in all of the groups.',
}

/** `ad_copy_groups_from`: the ordinary groups of one account for another; privileged ones never. */
export function copyGroupsFromTool(directory: DirectoryClient) {
  const plan = ({ login, fromLogin }: Args, ctx: { signal: AbortSignal; target?: ActionTarget }) =>
    directory.planGroupCopy({ account: accountRef(login, ctx.target), from: fromLogin }, ctx.signal)
  const memberships = async ({ login }: Args, ctx: { signal: AbortSignal; target?: ActionTarget }) => {
    const { groups } = await directory.groupsOf(accountRef(login, ctx.target), ctx.signal)
    return new Set(groups.filter(({ isDirect }) => isDirect).map(({ guid }) => guid))
  }
  return defineEffectTool({
    descriptor: adCopyGroupsFrom,
    reversible: true,
    target: async (args, { signal }) => copyTarget(await plan(args, { signal })),
    async preview(args, ctx) {
      const copy = await plan(args, ctx)
      if (ctx.target) assertPlan(copy, boundParts(ctx.target))
      return preview(copy)
    },
    async run({ login, fromLogin }, { signal, target }) {
      const account = accountRef(login, target)
      const expected = target && boundParts(target)
      const done = await directory.copyGroups({ account, from: fromLogin, expected }, signal)
      const added = done.added.map(({ name }) => name)
      const { to, from, leftOut, refused } = done
      const data = { login: to.account.login, fromLogin: from.account.login, added, leftOut, refused }
      return { data, summary: summary(data) }
    },
    async verify(args, { data }, ctx) {
      const isThere = await memberships(args, ctx)
      const planned = ctx.target ? plannedGroups(ctx.target) : []
      return data.refused.length === 0 && planned.every((guid) => isThere.has(guid))
        ? { status: 'verified', detail: allThere }
        : { status: 'mismatch', detail: notAllThere }
    },
    // Some of the groups may have come from somebody else: only all or none is an answer.
    reconcile: (args, _startedAt, ctx) =>
      orUnknown(async () => {
        if (ctx.target === undefined) return 'unknown'
        const isThere = await memberships(args, ctx)
        const planned = plannedGroups(ctx.target)
        if (planned.every((guid) => isThere.has(guid))) return 'yes'
        return planned.some((guid) => isThere.has(guid)) ? 'unknown' : 'no'
      }),
    // One call can take an account out of one group: several groups are taken back one by one, by hand.
    undo({ login }, { added }) {
      const [group, ...others] = added
      if (group === undefined || others.length > 0) return null
      return { toolName: 'ad_remove_from_group', arguments: { login, group } }
    },
  })
}

/** The approval is for these groups of that very account: others are another target. */
function copyTarget(plan: CopyPlan): ActionTarget {
  const { to, from } = plan
  return accountTarget(to, {
    boundTo: planIdentity(plan),
    attributes: {
      privileged: to.account.privileged || from.account.privileged,
      from: from.account.login,
      fromId: from.account.guid,
      groupIds: groupIdsOf(plan).join(' '),
    },
  })
}

function plannedGroups({ attributes }: ActionTarget): string[] {
  return String(attributes.groupIds ?? '')
    .split(' ')
    .filter((guid) => guid !== '')
}

const reasons: Record<LeftOutGroup['reason'], LocalizedText> = {
  privileged: { fr: 'à privilèges, jamais copié', en: 'privileged, never copied' },
  already_member: { fr: 'déjà membre', en: 'already a member' },
  primary: { fr: 'groupe principal', en: 'primary group' },
}

function preview({ to, from, toAdd, leftOut }: CopyPlan): ActionPreview {
  const { company } = to.account
  const isOtherClient = company !== from.account.company
  const none = { fr: 'Il n’y a aucun groupe à ajouter.', en: 'There is no group to add.' }
  const other = {
    fr: `Les comptes sont de clients différents : ${from.account.company ?? '?'} et ${company ?? '?'}.`,
    en: `The accounts are of different clients: ${from.account.company ?? '?'} and ${company ?? '?'}.`,
  }
  return {
    before: [
      previewFact('from', factLabels.copiedFrom, {
        value: `${from.account.displayName} (${from.account.login})`,
      }),
      previewFact('groups', factLabels.groups, { value: to.account.groups.join(', ') }),
    ],
    after: [
      ...toAdd.map(({ guid, name }) =>
        previewFact(`add:${guid}`, factLabels.added, { value: name, changed: true }),
      ),
      ...leftOut.map(({ group, reason }) =>
        previewFact(`leave:${group}`, factLabels.leftOut, {
          value: { fr: `${group} : ${reasons[reason].fr}`, en: `${group}: ${reasons[reason].en}` },
        }),
      ),
    ],
    warnings: [
      ...(toAdd.length === 0 ? [none] : []),
      ...(isOtherClient ? [other] : []),
      ...accountWarnings(to),
    ],
    complete: true,
  }
}

function summary(data: { login: string; fromLogin: string; added: string[]; refused: { group: string }[] }) {
  const { login, fromLogin, added } = data
  const refused = data.refused.map(({ group }) => group).join(', ')
  const list = added.join(', ')
  const fr = list === '' ? `Aucun groupe ajouté à ${login}.` : `${login} a reçu de ${fromLogin} : ${list}.`
  const en = list === '' ? `No group was added to ${login}.` : `${login} received from ${fromLogin}: ${list}.`
  if (refused === '') return { fr, en }
  return { fr: `${fr} Refusés : ${refused}.`, en: `${en} Refused: ${refused}.` }
}
