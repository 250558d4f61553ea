import { accountOf, accountProblem, ticketProblem } from '../account-lookup.ts'
import { defineAction } from '../define-action.ts'
import type { Intent, Pattern, Turn } from '../intent.ts'
import { accountName } from '../render/account.ts'
import { say } from '../render/blocks.ts'
import { plainLine } from '../render/plain-text.ts'
import { andThen, known, told } from '../resolution.ts'
import { namedPerson } from '../subjects/person.ts'
import { linkedTicket, linkedTicketReads } from '../subjects/ticket.ts'

interface Membership {
  login: string
  group: string
}

interface GroupChange {
  id: string
  title: Intent['title']
  example: Intent['example']
  patterns: Pattern[]
  tool: string
  label(name: string, group: string): { fr: string; en: string }
}

/** A change of one membership: the account is read first, a person decides. */
function groupChange({ label, ...change }: GroupChange): Intent {
  const labelOf = (turn: Turn, { login, group }: Membership) =>
    say(turn, label(accountName(accountOf(turn) ?? { login }), plainLine(group)))
  return defineAction<Membership>({
    ...change,
    needs: ['ad_check_user', change.tool],
    carries: ['login', 'personName', 'ticketIds'],
    asksFor: ['login', 'group'],
    subject: (turn) =>
      andThen(namedPerson(turn, { acts: true }), (login) =>
        turn.slots.group === undefined
          ? told(
              say(turn, {
                fr: 'De quel groupe s’agit-il (son nom exact) ?',
                en: 'Which group (its exact name)?',
              }),
            )
          : known({ login, group: turn.slots.group }),
      ),
    reads: (turn, { login }) => [{ tool: 'ad_check_user', arguments: { login } }, ...linkedTicketReads(turn)],
    refusal: (turn, { login }) =>
      accountProblem({ ...turn, slots: { ...turn.slots, login } }) ?? ticketProblem(turn),
    arguments: (turn, { login, group }) => ({ login, group, ...linkedTicket(turn) }),
    label: labelOf,
    done: (turn, membership) =>
      say(turn, { fr: `${labelOf(turn, membership)} : fait.`, en: `${labelOf(turn, membership)}: done.` }),
  })
}

/** Asks to make an account a member of a group. */
export const groupAdd = groupChange({
  id: 'group-add',
  title: { fr: 'ajout à un groupe (soumis à approbation)', en: 'adding to a group (needs an approval)' },
  example: { fr: 'Ajoute marie.martin au groupe VPN', en: 'Add marie.martin to the VPN group' },
  patterns: [
    {
      weight: 9.4,
      all: ['add'],
      slots: ['login', 'group'],
      without: ['ticketIds'],
      none: ['followup', 'removeFrom'],
    },
    { weight: 9.4, all: ['add', 'group'], slots: ['login'], none: ['followup', 'removeFrom'] },
    { weight: 9.4, all: ['add', 'group'], slots: ['personName'], none: ['followup', 'removeFrom'] },
    { weight: 8, all: ['add', 'group'], without: ['ticketIds'], none: ['followup', 'removeFrom'] },
  ],
  tool: 'ad_add_to_group',
  label: (name, group) => ({
    fr: `Ajout de ${name} au groupe ${group}`,
    en: `Adding ${name} to group ${group}`,
  }),
})

/** Asks to end a membership of a group. */
export const groupRemove = groupChange({
  id: 'group-remove',
  title: {
    fr: 'retrait d’un groupe (soumis à approbation)',
    en: 'removing from a group (needs an approval)',
  },
  example: { fr: 'Retire jean.dupont du groupe VPN', en: 'Remove jean.dupont from the VPN group' },
  patterns: [
    { weight: 9.5, all: ['removeFrom'], slots: ['login', 'group'] },
    { weight: 9.5, all: ['removeFrom', 'group'], slots: ['login'] },
    { weight: 9.5, all: ['removeFrom', 'group'], slots: ['personName'] },
    { weight: 8, all: ['removeFrom', 'group'] },
  ],
  tool: 'ad_remove_from_group',
  label: (name, group) => ({
    fr: `Retrait de ${name} du groupe ${group}`,
    en: `Removing ${name} from group ${group}`,
  }),
})

interface Copy {
  login: string
  fromLogin: string
}

/** Which of two account names gives and which receives, by the words before them. */
function copyOf({ utterance, slots: { login, logins } }: Turn): Copy | undefined {
  const [first, second] = logins ?? []
  if (!first || !second) return undefined
  const giver = new RegExp(
    `(?:groupes? de|droits de|acces de|groups? of|rights of|que|as|comme|like|from)\\s+${login}`,
    'i',
  )
  const receives = new RegExp(`(?:\\b(?:to|vers|sur|pour|onto|a|à)\\s+)${first.replaceAll('.', '\\.')}`, 'iu')
  const givesFirst = giver.test(utterance) && !receives.test(utterance)
  return givesFirst ? { login: second, fromLogin: first } : { login: first, fromLogin: second }
}

/** Asks to give an account the groups of another one. */
export const groupsCopy = defineAction<Copy>({
  id: 'groups-copy',
  title: {
    fr: 'copie des groupes d’un compte (soumise à approbation)',
    en: 'copying groups (needs an approval)',
  },
  example: {
    fr: 'Copie les groupes de jean.dupont vers marie.martin',
    en: 'Copy the groups of jean.dupont to marie.martin',
  },
  needs: ['ad_check_user', 'ad_copy_groups_from'],
  patterns: [{ weight: 10, all: ['copyGroups'] }],
  tool: 'ad_copy_groups_from',
  subject(turn) {
    const copy = copyOf(turn)
    if (copy) return known(copy)
    return told(
      say(turn, {
        fr: 'Les groupes de quel compte, et pour quel compte ? Écrivez « copie les groupes de jean.dupont vers marie.martin ».',
        en: 'The groups of which account, and for which one? Write "copy the groups of jean.dupont to marie.martin".',
      }),
    )
  },
  reads: (turn, { login, fromLogin }) => [
    ...[login, fromLogin].map((name) => ({ tool: 'ad_check_user', arguments: { login: name } })),
    ...linkedTicketReads(turn),
  ],
  refusal: (turn, { fromLogin }) =>
    accountProblem({ ...turn, slots: { ...turn.slots, login: fromLogin } }) ?? ticketProblem(turn),
  arguments: (turn, copy) => ({ ...copy, ...linkedTicket(turn) }),
  label: (turn, { login, fromLogin }) =>
    say(turn, {
      fr: `Copie des groupes de ${plainLine(fromLogin)} vers ${plainLine(login)}`,
      en: `Copying the groups of ${plainLine(fromLogin)} to ${plainLine(login)}`,
    }),
  done: (turn, { login, fromLogin }) =>
    say(turn, {
      fr: `Les groupes de ${plainLine(fromLogin)} ont été donnés à ${plainLine(login)}, sauf ceux à privilèges.`,
      en: `${plainLine(login)} was given the groups of ${plainLine(fromLogin)}, privileged ones excepted.`,
    }),
})
