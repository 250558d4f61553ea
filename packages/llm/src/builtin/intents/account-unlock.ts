import { accountOf, accountProblem, ticketProblem } from '../account-lookup.ts'
import type { Intent, PlannedCall, Turn } from '../intent.ts'
import { accountCautions, accountName } from '../render/account.ts'
import { paragraphs, say } from '../render/blocks.ts'
import { renderApproval, renderFailure } from '../render/outcome.ts'
import { dataOf, lastResult, stillWanted } from '../results.ts'
import { UnlockData } from '../shapes.ts'
import { namedPerson } from '../subjects/person.ts'

const unlockTool = 'ad_unlock_account'

function plan(turn: Turn): PlannedCall[] {
  const { ticketIds } = turn.slots
  const person = namedPerson(turn, { acts: true })
  if (lastResult(turn, unlockTool) || person.state === 'told') return []
  if (person.state === 'wanted') return stillWanted(turn, person.calls)
  const login = person.subject
  const ticketId = ticketIds?.[0]
  const linked = ticketId === undefined ? {} : { ticketId }
  const reads: PlannedCall[] = [
    { tool: 'ad_check_user', arguments: { login } },
    ...(ticketId === undefined ? [] : [{ tool: 'glpi_get_ticket_details', arguments: { ticketId } }]),
  ]
  const missing = stillWanted(turn, reads)
  if (missing.length > 0) return missing
  if (accountProblem(turn) || ticketProblem(turn) || accountOf(turn)?.locked === false) return []
  return stillWanted(turn, [{ tool: unlockTool, arguments: { login, ...linked } }])
}

function render(turn: Turn): string {
  const person = namedPerson(turn, { acts: true })
  if (person.state === 'told') return person.text
  const account = accountOf(turn)
  const problem = accountProblem(turn) ?? ticketProblem(turn)
  if (!account || problem) return problem ?? ''
  const name = accountName(account)
  const result = lastResult(turn, unlockTool)
  if (!result) {
    return paragraphs(
      say(turn, {
        fr: `Le compte ${name} n'est pas verrouillé : il n'y a rien à débloquer.`,
        en: `Account ${name} is not locked: there is nothing to unlock.`,
      }),
      accountCautions(turn, account),
    )
  }
  const action = say(turn, { fr: `Déverrouillage du compte ${name}`, en: `Unlocking account ${name}` })
  if (result.status === 'approval_required') return renderApproval(turn, action, result)
  if (result.status !== 'ok') return renderFailure(turn, action, result)
  const isStillLocked = dataOf(result, UnlockData)?.locked === true
  return paragraphs(
    isStillLocked
      ? say(turn, {
          fr: `La demande est passée mais le compte ${name} apparaît **toujours verrouillé**.`,
          en: `The request went through but account ${name} still shows as **locked**.`,
        })
      : say(turn, {
          fr: `Le compte ${name} est déverrouillé. Son mot de passe n'a pas changé.`,
          en: `Account ${name} is unlocked. Its password did not change.`,
        }),
    accountCautions(turn, account),
  )
}

/** Unlocks an account that wrong passwords locked. */
export const accountUnlock: Intent = {
  id: 'account-unlock',
  title: { fr: "déverrouillage d'un compte", en: 'unlocking an account' },
  example: { fr: 'Débloque le compte de jean.dupont', en: 'Unlock the account of jean.dupont' },
  needs: ['ad_check_user', unlockTool],
  acts: true,
  carries: ['login', 'personName', 'ticketIds'],
  asksFor: ['login'],
  patterns: [
    { weight: 9, all: ['unlock'], any: ['account', 'password'] },
    { weight: 9, all: ['unlock'], slots: ['login'] },
    { weight: 9, all: ['unlock'], slots: ['personName'] },
    { weight: 7, all: ['unlock'] },
  ],
  plan,
  render,
}
