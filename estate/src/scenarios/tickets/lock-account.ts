import { people } from '../../data/people.ts'
import type { Scenario } from '../stage.ts'
import { writeRequest, writesTickets } from './write-request.ts'

/** Somebody types a wrong password too often, and writes to the help desk; accounts without a person write nothing. */
export const lockAccount: Scenario = async (stage, [login = '']) => {
  await stage.directory.control.lock(login)
  const person = people.find((candidate) => candidate.login.toLowerCase() === login.toLowerCase())
  if (!person || !writesTickets(person)) return `${login} is locked`
  const id = writeRequest(stage, {
    by: person.login,
    title: 'Compte Windows bloqué',
    text: `Bonjour,\n\nMon compte Windows est verrouillé : je me suis trompé plusieurs fois de mot de passe ce matin. Pouvez-vous le débloquer ?\n\nMerci,\n${person.displayName}\n${person.title}`,
  })
  return `${login} is locked and wrote ticket ${id} (${person.client})`
}
