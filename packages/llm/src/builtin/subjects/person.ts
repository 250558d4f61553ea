import { askForLogin } from '../account-lookup.ts'
import type { Turn } from '../intent.ts'
import { choices, say } from '../render/blocks.ts'
import { renderFailure } from '../render/outcome.ts'
import { plainLine } from '../render/plain-text.ts'
import { known, type Resolution, told } from '../resolution.ts'
import { dataOf, resultsOf } from '../results.ts'
import { type FoundUserRow, UsersData } from '../shapes.ts'

const searchTool = 'ad_search_users'
const mostChoices = 10

const asChoice = ({ login, displayName, company }: FoundUserRow) => ({
  name: plainLine(login),
  detail: [displayName, company].flatMap((part) => (part ? [plainLine(part)] : [])).join(', ') || undefined,
})

function chooseAmong(turn: Turn, users: FoundUserRow[]): Resolution<string> {
  return told(
    choices(
      say(turn, {
        fr: 'Plusieurs comptes correspondent. Lequel ?',
        en: 'Several accounts match. Which one?',
      }),
      users.slice(0, mostChoices).map(asChoice),
    ),
  )
}

function oneAtATime(turn: Turn, logins: string[]): Resolution<string> {
  return told(
    choices(
      say(turn, {
        fr: 'Un compte à la fois. Par lequel commencer ?',
        en: 'One account at a time. Which one first?',
      }),
      logins.map((login) => ({ name: plainLine(login) })),
    ),
  )
}

/**
 * The account name of the person a sentence names. A name is looked up in the directory; what was found that way is
 * enough to read, while an action first asks whether it is that person.
 */
export function namedPerson(turn: Turn, { acts }: { acts: boolean }): Resolution<string> {
  const { login, logins, personName } = turn.slots
  if (acts && logins && logins.length > 1) return oneAtATime(turn, logins)
  if (login) return known(login)
  if (!personName || !turn.offered.has(searchTool)) return told(askForLogin(turn))
  const result = resultsOf(turn, searchTool).find(({ arguments: { query } }) => query === personName)
  if (!result) return { state: 'wanted', calls: [{ tool: searchTool, arguments: { query: personName } }] }
  const users = dataOf(result, UsersData)?.users
  const name = plainLine(personName)
  if (!users) {
    return told(
      renderFailure(turn, say(turn, { fr: `Recherche de ${name}`, en: `Search for ${name}` }), result),
    )
  }
  const [only, ...rest] = users
  if (!only) return told(askForLogin(turn))
  if (rest.length > 0) return chooseAmong(turn, users)
  if (!acts) return known(only.login)
  return told(
    choices(
      say(turn, {
        fr: 'Je n’agis que sur un compte confirmé. Est-ce bien celui-ci (« oui » ou « non ») ?',
        en: 'I only act on a confirmed account. Is it this one ("yes" or "no")?',
      }),
      [asChoice(only)],
    ),
  )
}
