import { defineRead } from '../define-read.ts'
import type { Intent, Turn } from '../intent.ts'
import { say } from '../render/blocks.ts'
import { renderListing, renderMissing } from '../render/listing.ts'
import { plainLine } from '../render/plain-text.ts'
import { dataOf, lastResult } from '../results.ts'
import { GroupsData } from '../shapes.ts'
import { namedPerson } from '../subjects/person.ts'
import { foldToWords } from '../text/fold.ts'

const tool = 'ad_list_user_groups'

const question = {
  needs: [tool],
  asksFor: ['login'] satisfies Intent['asksFor'],
  subject: (turn: Turn) => namedPerson(turn, { acts: false }),
  calls: (_turn: Turn, login: string) => [{ tool, arguments: { login } }],
}

/** The groups of one account. */
export const accountGroups: Intent = defineRead({
  ...question,
  id: 'account-groups',
  title: { fr: 'groupes d’un compte', en: 'groups of an account' },
  example: { fr: 'Dans quels groupes est jean.dupont ?', en: 'Which groups is jean.dupont in?' },
  carries: ['login', 'personName'],
  patterns: [
    { weight: 6.5, all: ['group'], slots: ['login'], none: ['howTo', 'ticket'] },
    { weight: 6.5, all: ['group'], slots: ['personName'], none: ['howTo', 'ticket'] },
    {
      weight: 6.4,
      all: ['member'],
      slots: ['login'],
      without: ['group'],
      none: ['howTo', 'ticket', 'check', 'lockState'],
    },
  ],
  tell(turn, login) {
    const data = dataOf(lastResult(turn, tool), GroupsData)
    const name = plainLine(login)
    const title = { fr: `Groupes de ${name}`, en: `Groups of ${name}` }
    if (!data) return renderMissing(turn, tool, title)
    return renderListing(turn, {
      title,
      none: { fr: `**${name}** n’est dans aucun groupe.`, en: `**${name}** is in no group.` },
      rows: data.groups.map(({ name: group, isDirect, isPrivileged }) => {
        const marks = [
          isDirect === false && say(turn, { fr: 'par un autre groupe', en: 'through another group' }),
          isPrivileged === true && say(turn, { fr: '**à privilèges**', en: '**privileged**' }),
        ].filter(Boolean)
        return `${plainLine(group)}${marks.length > 0 ? ` (${marks.join(', ')})` : ''}`
      }),
    })
  },
})

/** Whether one account is in one group. */
export const groupMember: Intent = defineRead({
  ...question,
  id: 'group-member',
  title: { fr: 'appartenance à un groupe', en: 'membership of a group' },
  example: {
    fr: 'jean.dupont est-il membre du groupe VPN ?',
    en: 'Is jean.dupont a member of the VPN group?',
  },
  carries: ['login', 'personName', 'group'],
  patterns: [
    { weight: 7, all: ['member'], slots: ['login', 'group'], none: ['howTo', 'ticket'] },
    { weight: 7, all: ['member'], slots: ['personName', 'group'], none: ['howTo', 'ticket'] },
    {
      weight: 5.6,
      slots: ['login', 'group'],
      without: ['ticketIds'],
      none: ['howTo', 'add', 'removeFrom', 'copyGroups'],
    },
  ],
  tell(turn, login) {
    const data = dataOf(lastResult(turn, tool), GroupsData)
    const [name, group] = [plainLine(login), plainLine(turn.slots.group ?? '')]
    if (!data) return renderMissing(turn, tool, { fr: `Groupes de ${name}`, en: `Groups of ${name}` })
    const bare = (text: string) => foldToWords(text).replace(/^gg /, '')
    const found = data.groups.find((row) => bare(row.name) === bare(turn.slots.group ?? ''))
    return found
      ? say(turn, {
          fr: `Oui : **${name}** est membre de ${plainLine(found.name)}${found.isDirect === false ? ' (par un autre groupe)' : ''}.`,
          en: `Yes: **${name}** is a member of ${plainLine(found.name)}${found.isDirect === false ? ' (through another group)' : ''}.`,
        })
      : say(turn, {
          fr: `Non : aucun des ${data.groups.length} groupes de **${name}** ne s’appelle « ${group} ».`,
          en: `No: none of the ${data.groups.length} groups of **${name}** is called "${group}".`,
        })
  },
})

/** Who is in a group: no tool tells it, so it says where to look. */
export const groupMembers: Intent = {
  id: 'group-members',
  title: { fr: 'membres d’un groupe', en: 'members of a group' },
  example: { fr: 'Qui est membre du groupe VPN ?', en: 'Who are the members of the VPN group?' },
  needs: [],
  patterns: [
    { weight: 6, all: ['member'], slots: ['group'], without: ['login', 'personName'], none: ['howTo'] },
    { weight: 6, all: ['group', 'member'], without: ['login', 'personName'], none: ['howTo'] },
  ],
  plan: () => [],
  render: (turn) =>
    say(turn, {
      fr: 'Aucun outil ne liste les membres d’un groupe : la console Active Directory les montre. Je peux dire si une personne en fait partie : « jean.dupont est-il membre du groupe VPN ? »',
      en: 'No tool lists the members of a group: the Active Directory console shows them. I can tell whether one person is in it: "is jean.dupont in the VPN group?"',
    }),
}
