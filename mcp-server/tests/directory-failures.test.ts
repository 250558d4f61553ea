import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Directory, people, startDirectory } from '@hub/estate'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { context, type DirectoryWorld, openWorld } from './directory-world.ts'
import { failureOf } from './expect-failure.ts'

type Fault = Parameters<Directory['control']['fault']>[0]

let directory: Directory
let world: DirectoryWorld
let folder: string

beforeAll(async () => {
  directory = await startDirectory({ people })
  folder = await mkdtemp(join(tmpdir(), 'hub-directory-'))
  const caFile = join(folder, 'ca.pem')
  await writeFile(caFile, directory.caPem)
  world = await openWorld({ ...directory, caFile })
})
afterEach(() => directory.control.clearFaults())
afterAll(async () => {
  await world.close()
  await directory.close()
  await rm(folder, { recursive: true })
})

/** Runs with the secret and the target as the gate does; gives the failure and what a look says then. */
async function failing(name: string, input: Record<string, unknown>, ...faults: Fault[]) {
  const tool = world.effect(name)
  const args = tool.descriptor.input.parse(input)
  const target = await tool.target(args, context())
  const secret = await tool.makeSecret?.(args, { ...context(), target })
  const ctx = { ...context(), target, ...(secret !== undefined && { secret }) }
  const startedAt = new Date()
  for (const fault of faults) directory.control.fault(fault)
  const error = await failureOf(tool.run(args, ctx))
  directory.control.clearFaults()
  return { error, reconciled: await tool.reconcile(args, startedAt, ctx), ctx }
}

const gone: Fault = { kind: 'result', code: 32, diagnostic: '0000208D: NameErr', operation: 'search' }

describe('an account that is not seen any more after the write', () => {
  it.each([
    ['ad_reset_password', 'jean.dupont', { mustChangeAtNextLogon: false }, 'yes'],
    ['ad_disable_account', 'thomas.nguyen', {}, 'yes'],
    ['ad_unlock_account', 'lucas.perrin', {}, 'yes'],
  ])('is no definite failure of %s', async (name, login, more, reconciled) => {
    const done = await failing(name, { login, ...more }, { ...gone, after: 'modify' })
    expect(done.error).toMatchObject({ code: 'UPSTREAM_FAILED', reason: 'ad.unseen' })
    expect(done.error.code).toBe('UPSTREAM_FAILED')
    expect(done.reconciled).toBe(reconciled)
  })

  it.each(['ad_reset_password', 'ad_disable_account', 'ad_unlock_account'])(
    'leaves %s unknown',
    async (name) => {
      const tool = world.effect(name)
      const args = tool.descriptor.input.parse({ login: 'jean.dupont' })
      const target = await tool.target(args, context())
      directory.control.fault(gone)
      expect(await tool.reconcile(args, new Date(), { ...context(), target })).toBe('unknown')
    },
  )
})

describe('a creation that is stopped', () => {
  const person = (login: string) => ({
    login,
    givenName: 'Inès',
    surname: 'Morel',
    client: 'EHPAD Les Jardins',
    mail: `${login}@ehpad-les-jardins.example`,
  })
  const stateOf = (login: string) => {
    const entry = directory.control.find(login)
    return entry && (Number(entry.attributes.userAccountControl?.[0]) & 2) === 0
      ? 'enabled'
      : entry && 'disabled'
  }

  it.each([
    ['before it is added', { kind: 'drop', when: 'before', operation: 'add' }, undefined, 'no'],
    ['when it is added', { kind: 'drop', when: 'after', operation: 'add' }, 'disabled', 'unknown'],
    ['before its password', { kind: 'drop', when: 'before', operation: 'modify' }, 'disabled', 'unknown'],
    ['after its password', { kind: 'drop', when: 'after', operation: 'modify' }, 'disabled', 'unknown'],
    [
      'before it is enabled',
      { kind: 'drop', when: 'before', operation: 'modify', after: 'modify' },
      'disabled',
      'unknown',
    ],
    [
      'after it is enabled',
      { kind: 'drop', when: 'after', operation: 'modify', after: 'modify' },
      'enabled',
      'yes',
    ],
    ['when it is read back', { ...gone, after: 'add' }, 'disabled', 'unknown'],
  ] as [string, Fault, string | undefined, string][])('%s', async (what, fault, state, reconciled) => {
    const login = `i.${what.replaceAll(' ', '').slice(0, 17)}`.replace(/\.$/, '')
    const done = await failing('ad_create_user', person(login), fault)
    expect(done.error.code).toBe('UPSTREAM_FAILED')
    expect(stateOf(login)).toBe(state)
    expect(done.reconciled).toBe(reconciled)
    const usable = await directory.control.passwordMatches(login, String(done.ctx.secret)).catch(() => false)
    if (state === 'enabled') expect(usable).toBe(true)
  })

  it('by the password policy says what it leaves: a disabled account', async () => {
    const diagnostic = '0000052D: SvcErr: DSID-031A12D2, problem 5003 (WILL_NOT_PERFORM), data 0'
    const fault = { kind: 'result', code: 53, diagnostic, operation: 'modify' } as const
    const { error, reconciled } = await failing('ad_create_user', person('refuse'), fault)
    expect(error).toMatchObject({ code: 'CONFLICT', reason: 'ad.created_disabled' })
    expect(error.message).toContain('does not meet the policy of the domain')
    expect(stateOf('refuse')).toBe('disabled')
    expect(reconciled).toBe('unknown')
  })

  it('does not take an account of somebody else for its own', async () => {
    const tool = world.effect('ad_create_user')
    const args = tool.descriptor.input.parse(person('autre.main'))
    const ctx = { ...context(), target: await tool.target(args, context()), secret: 'Jamais-Pose-2026!' }
    await world.carryOut('ad_create_user', person('autre.main'))
    expect(await tool.reconcile(args, new Date(), ctx)).toBe('unknown')
    expect(await tool.reconcile(args, new Date(Date.now() + 600_000), ctx)).toBe('no')
  })
})

describe('changes of a group', () => {
  it.each([
    ['drop', { kind: 'drop', when: 'after', operation: 'modify' }, 'yes'],
    ['nothing', { kind: 'drop', when: 'before', operation: 'modify' }, 'no'],
  ] as [string, Fault, string][])(
    'whose answer is lost are looked at (%s)',
    async (name, fault, reconciled) => {
      await world.addGroup(name)
      const args = { login: 'jean.dupont', group: world.login(name) }
      const done = await failing('ad_add_to_group', args, fault)
      expect(done.error.reason).toBe('upstream.unreachable')
      expect(done.reconciled).toBe(reconciled)
    },
  )

  it('that one group refuses leave the others; several lost ones stay unknown', async () => {
    await world.addUser('donneur')
    for (const name of ['ga', 'gb', 'gc']) await world.addGroup(name, world.dn('donneur'))
    const args = { login: 'marie.martin', fromLogin: world.login('donneur') }
    const right = { kind: 'result', code: 50, diagnostic: '00000005: secret', operation: 'modify' } as const
    directory.control.fault(right)
    const done = await world.carryOut('ad_copy_groups_from', args)
    expect(done.data).toMatchObject({
      added: [world.login('gb'), world.login('gc')],
      refused: [{ group: world.login('ga') }],
    })
    expect(done).toMatchObject({ verified: 'mismatch', reconciled: 'unknown', undo: null })
    expect(JSON.stringify(done.data)).not.toContain('secret')
    for (const group of ['gb', 'gc']) {
      await world.carryOut('ad_remove_from_group', { login: args.login, group: world.login(group) })
    }
    const lost = await failing('ad_copy_groups_from', args, {
      kind: 'drop',
      when: 'after',
      operation: 'modify',
    })
    expect(lost.reconciled).toBe('unknown')
    expect(lost.error.code).toBe('UPSTREAM_FAILED')
  })

  it('that every group refuses are a refusal', async () => {
    await world.addUser('seul')
    await world.addGroup('gd', world.dn('seul'))
    const right = { kind: 'result', code: 50, diagnostic: '00000005: secret', operation: 'modify' } as const
    const args = { login: 'marie.martin', fromLogin: world.login('seul') }
    const { error, reconciled } = await failing('ad_copy_groups_from', args, right)
    expect({ reason: error.reason, reconciled }).toEqual({ reason: 'ad.rights', reconciled: 'no' })
  })

  it('that were made by somebody else meanwhile are no failure', async () => {
    await world.addGroup('ge')
    const taken = { kind: 'result', code: 68, diagnostic: '00000562', operation: 'modify' } as const
    const error = await failing('ad_add_to_group', { login: 'marie.martin', group: world.login('ge') }, taken)
    expect(error.reconciled).toBe('no')
  })
})

describe('enabling', () => {
  it('says in words that a password is needed', async () => {
    const diagnostic = '0000052D: SvcErr: DSID-031A12D2, problem 5003 (WILL_NOT_PERFORM), data 0'
    const fault = { kind: 'result', code: 53, diagnostic, operation: 'modify' } as const
    const { error } = await failing('ad_enable_account', { login: 'kevin.lopez' }, fault)
    expect(error).toMatchObject({ code: 'CONFLICT', reason: 'ad.password_needed' })
  })

  it('stops when somebody else changed the account between the look and the write', async () => {
    const fault = { kind: 'result', code: 16, diagnostic: '00002085', operation: 'modify' } as const
    const { error, reconciled } = await failing('ad_enable_account', { login: 'kevin.lopez' }, fault)
    expect({ reason: error.reason, reconciled }).toEqual({ reason: 'ad.changed_meanwhile', reconciled: 'no' })
  })
})
