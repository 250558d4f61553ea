import { type ActionPreview, type ActionTarget, adCreateUser, ConflictError } from '@hub/contracts'
import type { z } from 'zod'
import { defineEffectTool, type ToolContext } from '../../../tools/define-tool.ts'
import { previewFact } from '../../preview-fact.ts'
import { factLabels } from '../account-preview.ts'
import type { DirectoryClient } from '../client/create-client.ts'
import type { UserPlan } from '../client/plan-user.ts'
import { orUnknown } from '../or-unknown.ts'
import { wasCreatedSince } from '../was-created-since.ts'

type Args = z.infer<typeof adCreateUser.input>

/** `ad_create_user`: an account with a first password, seen once by the person entitled and by nobody else. */
export function createUserTool(directory: DirectoryClient) {
  return defineEffectTool({
    descriptor: adCreateUser,
    reversible: true,
    target: async (args, ctx) => newTarget(await directory.planUser(args, ctx.signal)),
    async preview(args, ctx) {
      const plan = await directory.planUser(args, ctx.signal)
      assertSame(plan, ctx.target)
      return preview(args, plan)
    },
    makeSecret: (args, ctx) => directory.makeFirstPassword(args, ctx.signal),
    async run(args, { secret, signal, target }) {
      if (secret === undefined) throw new Error('an account is created only with a password made before')
      const check = (plan: UserPlan) => assertSame(plan, target)
      const { account } = await directory.createUser({ user: args, password: secret, check }, signal)
      const { guid: accountId, login, domain, displayName, container, enabled } = account
      return {
        data: {
          accountId,
          login,
          domain,
          displayName,
          container,
          enabled,
          mustChangeAtNextLogon: account.mustChangePassword,
        },
        summary: {
          fr: `Compte ${login} créé pour ${displayName} (${container}), mot de passe à changer à la première connexion.`,
          en: `Account ${login} created for ${displayName} (${container}), password to be changed at first logon.`,
        },
      }
    },
    async verify(args, { data }, ctx) {
      const { account } = await directory.find(fullName(args, data.domain), ctx.signal)
      return account.enabled && account.mustChangePassword
        ? {
            status: 'verified',
            detail: { fr: 'Le compte existe et est actif.', en: 'The account is there, enabled.' },
          }
        : {
            status: 'mismatch',
            detail: {
              fr: 'Le compte existe, mais pas dans l’état prévu.',
              en: 'The account is there, but not in the expected state.',
            },
          }
    },
    reconcile: (args, startedAt, ctx) => orUnknown(() => reconcile(directory, { args, startedAt, ctx })),
    // Nobody can name an account before it is there: the undo is bound to the one that was made.
    undo: (args, { domain, accountId }) => ({
      toolName: 'ad_disable_account',
      arguments: { login: fullName(args, domain), accountId },
    }),
  })
}

const fullName = ({ login }: Args, domain: string) => `${login.replace(/@.*$/, '')}@${domain}`

/** Ours only if our password opens it; an account that is there in another state is for a person to look at. */
async function reconcile(
  directory: DirectoryClient,
  { args, startedAt, ctx }: { args: Args; startedAt: Date; ctx: ToolContext },
): Promise<'yes' | 'no' | 'unknown'> {
  const domain = ctx.target?.attributes.domain
  if (typeof domain !== 'string') return 'unknown'
  const login = fullName(args, domain)
  const created = await directory.findCreated(login, ctx.signal)
  if (created === null || !wasCreatedSince(created, startedAt)) return 'no'
  if (!created.account.enabled || ctx.secret === undefined) return 'unknown'
  return (await directory.hasPassword(login, ctx.secret, ctx.signal)) ? 'yes' : 'unknown'
}

/** Nothing has an identity yet: the place and the name are what an approval is for. */
function newTarget(plan: UserPlan): ActionTarget {
  return {
    system: 'ad',
    kind: 'new_account',
    id: planId(plan),
    name: `${plan.displayName} (${plan.login})`,
    attributes: {
      login: plan.login,
      privileged: plan.isService,
      vip: false,
      clientName: plan.clientName,
      container: plan.container,
      domain: plan.domain,
    },
  }
}

const planId = ({ containerGuid, login }: UserPlan) => `${containerGuid}/${login.toLowerCase()}`

function assertSame(plan: UserPlan, target: ActionTarget | undefined): void {
  if (target === undefined || target.id === planId(plan)) return
  throw new ConflictError(`${plan.login} would be created somewhere else than before; nothing was changed`, {
    reason: 'ad.target_changed',
    params: { login: plan.login },
  })
}

function preview({ mail, title }: Args, plan: UserPlan): ActionPreview {
  const made = { fr: 'généré par le Hub, à changer', en: 'made by the Hub, to be changed' }
  const fact = (key: keyof typeof factLabels, value: string | undefined) =>
    value === undefined ? [] : [previewFact(key, factLabels[key], { value, changed: true })]
  return {
    before: [previewFact('exists', factLabels.exists, { value: false, kind: 'boolean' })],
    after: [
      previewFact('exists', factLabels.exists, { value: true, kind: 'boolean', changed: true }),
      ...fact('login', plan.userPrincipalName),
      ...fact('displayName', plan.displayName),
      ...fact('client', plan.clientName),
      ...fact('container', `${plan.container} (${plan.domain})`),
      ...fact('mail', mail),
      ...fact('title', title),
      previewFact('password', factLabels.password, { value: made, changed: true }),
      previewFact('enabled', factLabels.enabled, { value: true, kind: 'boolean', changed: true }),
    ],
    warnings: plan.isService
      ? [{ fr: 'Compte à privilèges ou de service.', en: 'Privileged or service account.' }]
      : [],
    complete: true,
  }
}
