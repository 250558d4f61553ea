import { defineRead } from '../define-read.ts'
import { say } from '../render/blocks.ts'
import { renderListing, renderMissing } from '../render/listing.ts'
import { plainLine } from '../render/plain-text.ts'
import { userRow } from '../render/rows.ts'
import { known, told } from '../resolution.ts'
import { dataOf, lastResult } from '../results.ts'
import { UsersData } from '../shapes.ts'

const tool = 'ad_search_users'
const introduced = /(?:s['’ ]?appel\w+|nomm[ée]e?s?|named|called)\s+([\p{L}'-]+(?:\s+\p{Lu}[\p{L}'-]+)?)/iu

/** Finds people in the directory by a part of their name. */
export const peopleSearch = defineRead<string>({
  id: 'people-search',
  title: { fr: 'recherche d’une personne', en: 'search for a person' },
  example: { fr: 'Trouve le login de Claire Fontaine', en: 'Find user Claire Fontaine' },
  needs: [tool],
  asksFor: ['login'],
  patterns: [
    {
      weight: 6,
      all: ['search'],
      any: ['account', 'people'],
      slots: ['personName'],
      none: ['howTo', 'ticket', 'lockState'],
    },
    {
      weight: 6,
      all: ['search', 'people'],
      none: ['howTo', 'ticket'],
      without: ['clientPhrase', 'hostnames'],
    },
    { weight: 5.5, all: ['search', 'account'], slots: ['login'], none: ['howTo', 'ticket', 'lockState'] },
    { weight: 5, all: ['search'], slots: ['personName'], none: ['howTo', 'ticket'] },
  ],
  subject(turn) {
    const { login, personName } = turn.slots
    const query = introduced.exec(turn.utterance)?.[1] ?? personName ?? login
    if (query) return known(query)
    return told(say(turn, { fr: 'Quelle personne chercher ?', en: 'Which person shall I look for?' }))
  },
  calls: (_turn, query) => [{ tool, arguments: { query } }],
  tell(turn, query) {
    const data = dataOf(lastResult(turn, tool), UsersData)
    const name = plainLine(query)
    const title = { fr: `Comptes trouvés pour « ${name} »`, en: `Accounts found for "${name}"` }
    if (!data) return renderMissing(turn, tool, title)
    return renderListing(turn, {
      title,
      none: { fr: `Aucun compte pour « ${name} ».`, en: `No account for "${name}".` },
      rows: data.users.map((user) => userRow(turn, user)),
      total: data.total,
    })
  },
})
