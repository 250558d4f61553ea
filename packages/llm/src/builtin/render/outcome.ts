import type { Intent, Turn } from '../intent.ts'
import { namesTwo } from '../order/is-whole-order.ts'
import type { ToolResult } from '../tool-results.ts'
import { choices, paragraphs, say } from './blocks.ts'
import { formatInstant } from './format.ts'
import { plainLine } from './plain-text.ts'

function whoDecides(turn: Turn, level: string | undefined): string {
  return level === 'L4'
    ? say(turn, {
        fr: 'Décision : deux personnes N3 ou plus, autres que vous, dans SAFEGUARD.',
        en: 'Decision: two N3+ people other than you, in SAFEGUARD.',
      })
    : say(turn, {
        fr: 'Décision : une personne habilitée (N2 ou plus), autre que vous, dans SAFEGUARD.',
        en: 'Decision: an authorised person (N2+) other than you, in SAFEGUARD.',
      })
}

/** That an action waits for a human decision: its id, that nothing was done, who decides, until when; or which grant said yes. */
export function renderApproval(turn: Turn, action: string, { approval }: ToolResult): string {
  if (approval?.grantId !== undefined)
    return renderGranted(turn, action, { ...approval, by: approval.grantId })
  const until = formatInstant(approval?.expiresAt, turn.language, turn.timeZone)
  const id = approval ? ` **${approval.approvalId}**` : ''
  return paragraphs(
    say(turn, {
      fr: `${action} : la demande${id} attend une décision humaine. **Rien n'a été exécuté.**`,
      en: `${action}: request${id} is waiting for a human decision. **Nothing has been executed.**`,
    }),
    whoDecides(turn, approval?.level) +
      (until
        ? say(turn, {
            fr: ` Sans réponse le ${until}, elle est refusée.`,
            en: ` It is denied if unanswered by ${until}.`,
          })
        : ''),
  )
}

/** A yes that was given in advance: the outcome follows, and is not known yet. */
function renderGranted(turn: Turn, action: string, granted: { approvalId: string; by: string }): string {
  const { approvalId, by } = granted
  return say(turn, {
    fr: `${action} : la demande **${approvalId}** est accordée d'avance par l'autorisation permanente **${by}** et va s'exécuter. Le résultat s'affichera ici.`,
    en: `${action}: request **${approvalId}** is approved in advance by the standing grant **${by}** and will be executed. The outcome will be shown here.`,
  })
}

/** Why a tool gave no data: refused, or failed with the words of the system that answered. */
export function renderFailure(turn: Turn, subject: string, { status, error }: ToolResult): string {
  const reason = error?.message ? ` (${plainLine(error.message)})` : ''
  if (status === 'denied') {
    return say(turn, {
      fr: `${subject} : accès refusé${reason}. Votre niveau d'habilitation ne le permet pas ou la règle l'interdit.`,
      en: `${subject}: access denied${reason}. Your accreditation does not allow it, or a rule forbids it.`,
    })
  }
  return say(turn, {
    fr: `${subject} : la consultation a échoué${reason}. Je ne peux donc rien affirmer à ce sujet.`,
    en: `${subject}: the lookup failed${reason}, so I cannot state anything about it.`,
  })
}

/** That the tools of an answer are not offered here: the mode or the accreditation of the reader. */
export function renderUnavailable(turn: Turn, tools: string[]): string {
  const names = tools.map((tool) => `\`${tool}\``).join(', ')
  return say(turn, {
    fr: `Je ne peux pas le faire ici : l'outil nécessaire (${names}) n'est pas proposé dans ce mode ou à votre niveau d'habilitation. Le mode **assistant** donne accès aux outils autorisés.`,
    en: `I cannot do that here: the tool it needs (${names}) is not offered in this mode or at your accreditation. The **assistant** mode gives access to the tools you may use.`,
  })
}

/** Whether a text ends with the question of `renderConfirmation`. */
export const asksToConfirm = (text: string): boolean =>
  /(?:« oui » ou « non » |"yes" or "no")\?$/.test(text.trimEnd())

/** Asks before an action that was named in words that are no clear order. */
export function renderConfirmation(turn: Turn, { id, title }: Intent): string {
  const { login, fullName, personName, group, ticketIds, clientPhrase, body } = turn.slots
  if (login !== undefined && fullName !== undefined && namesTwo(id, turn.slots))
    return choices(
      say(turn, {
        fr: `Je ne lance rien pour l'instant : ${title.fr}, pour qui ?`,
        en: `I start nothing yet: ${title.en}, for whom?`,
      }),
      [{ name: plainLine(login) }, { name: plainLine(fullName) }],
    )
  const named = [login ?? personName, group, ticketIds?.[0], clientPhrase, body].filter(
    (part) => part !== undefined,
  )
  const about = named.length > 0 ? ` (${named.map((part) => plainLine(String(part))).join(', ')})` : ''
  return say(turn, {
    fr: `Je ne suis pas certain que vous demandiez d'agir : je ne lance rien pour l'instant. Faut-il lancer maintenant : ${title.fr}${about}, « oui » ou « non » ?`,
    en: `I am not certain that you ask for an action, so I start nothing yet. Shall I start now: ${title.en}${about}, "yes" or "no"?`,
  })
}
