import type { LocalizedText } from '@hub/contracts'
import type { Cause } from '../group/cause.ts'
import type { Judgement } from '../verdict/judge.ts'
import { causeText, causeTitle } from './cause-text.ts'
import { durationText, momentText } from './duration-text.ts'
import { verdictTexts } from './verdict-texts.ts'

export interface ClosingInput {
  cause: Cause
  sites: readonly string[]
  judgement: Judgement
  startedAt: string
  recoveredAt: string
  isFlapping: boolean
  /** False when the sites answered, badly. */
  isCut: boolean
}

/** What closes the ticket: from when to when, how long, why. */
export function closingText({ cause, sites, judgement, ...times }: ClosingInput): LocalizedText {
  const [from, to] = [momentText(times.startedAt), momentText(times.recoveredAt)]
  const lasted = durationText(Date.parse(times.recoveredAt) - Date.parse(times.startedAt))
  const { isCut, isFlapping } = times
  const what = isFlapping ? causeTitle(cause, { isCut, isFlapping }) : causeText(cause, { sites, isCut })
  const verdict = verdictTexts[judgement.verdict]
  const [rule] = judgement.rules.filter(({ pointsTo }) => pointsTo === judgement.verdict)
  const percent = Math.round(judgement.confidence * 100)
  return {
    fr: [
      `${what.fr}. Retour à la normale le ${to.fr}.`,
      `Durée : ${lasted.fr} (depuis le ${from.fr})${times.isFlapping ? ', avec des coupures répétées' : ''}.`,
      `Cause : ${verdict.fr}${rule === undefined ? '' : ` – ${rule.fr}`} (confiance ${percent} %).`,
    ].join('\n'),
    en: [
      `${what.en}. Back to normal on ${to.en}.`,
      `Duration: ${lasted.en} (since ${from.en})${times.isFlapping ? ', with repeated cuts' : ''}.`,
      `Cause: ${verdict.en}${rule === undefined ? '' : ` – ${rule.en}`} (confidence ${percent} %).`,
    ].join('\n'),
  }
}

/** The mail that follows a diagnosis mail once all works again: when, how long, nothing to do. */
export function recoveredMail(input: ClosingInput): { subject: LocalizedText; body: LocalizedText } {
  const where = input.sites.join(', ')
  const to = momentText(input.recoveredAt)
  const lasted = durationText(Date.parse(input.recoveredAt) - Date.parse(input.startedAt))
  const verdict = verdictTexts[input.judgement.verdict]
  return {
    subject: { fr: `Retour à la normale : ${where}`, en: `Back to normal: ${where}` },
    body: {
      fr: `Bonjour,\n\nLe réseau de votre site ${where} fonctionne de nouveau depuis le ${to.fr}, après ${lasted.fr} de coupure. Cause retenue : ${verdict.fr}.\n\nVous n’avez rien à faire. Si quelque chose ne va toujours pas, répondez à ce message.`,
      en: `Hello,\n\nThe network of your site ${where} works again since ${to.en}, after an outage of ${lasted.en}. Cause found: ${verdict.en}.\n\nYou need not do anything. If something still fails, answer this mail.`,
    },
  }
}
