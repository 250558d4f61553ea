import { fold } from '../text/fold.ts'

/** Orders to a program, or marks that only the system writes, in folded text. */
const patterns: RegExp[] = [
  /\b(?:ignor\w*|disregard|forget|oubli\w*|override|bypass\w*|contourn\w*)\b[^\n.]{0,40}\b(?:instructions?|consignes?|regles?|rules?|prompts?|policy|previous|precedent\w*)\b/,
  /\b(?:classify|classe[rz]?|categori[sz]e\w*|set category|label)\b[^\n.]{0,40}\b(?:reset|deblocage|diag|autre|ticket|as)\b/,
  /\b(?:reset_mdp|category\s*[=:]|categorie\s*[=:]|confidence\s*[=:"']|confiance (?:de )?[01]\b|verified\s*[=:]|suspicious"?\s*[=:])/,
  /(?:^|[\s>"(])(?:system|systeme|assistant|note au systeme|message systeme|system message|system prompt|ai|ia|bot)\s*:/,
  /<\/?\s*(?:ticket|system|user|assistant|instructions?|prompt|tool|hub)\b[^>]*>/,
  /\[\s*\/?(?:hub|system|systeme|assistant|inst|safeguard)\b[^\]]*\]/,
  /<<\s*sys|<\|[a-z_]+\|>|###\s*(?:system|instruction)/,
  /\b(?:you are now|tu es (?:maintenant|desormais)|vous etes (?:maintenant|desormais) (?:un|en)|act as|maintenance mode|mode maintenance|developer mode|jailbreak)\b/,
  /\b(?:do not|don't|ne pas|n'|without)\s*(?:escalat\w*|escalader?|log|logg\w*|journalis\w*)\b/,
  /\b(?:requester|sender|demandeur|expediteur|identite|user)\b[^\n.]{0,25}\b(?:is |est |as )?(?:already |deja )?(?:verified|verifie\w*|trusted|de confiance|approved)\b/,
  /\b(?:treat|considere\w*|traite[rz]?)\b[^\n.]{0,30}\b(?:as|comme)\b[^\n.]{0,20}\b(?:trusted|approved|verified|fiable|approuve\w*|verifie\w*|urgent et valide)\b/,
  /\b(?:approval|approbation)\s*[=:]|\blevel\s*=|\bapproved by=/,
  /\b(?:dear|hey|hello|cher|chere|note (?:to|for|a|pour)|attention|message (?:to|for|pour)|(?:instructions?|consignes?|directives?) (?:to|for|pour|a))\b[^\n.]{0,15}\b(?:ai|ia|llm|chatbots?|assistants?|agents?|bots?|gpt|robots?|model|modele|automate|classifier|workflow|systeme?|hub)\b/,
  /\b(?:ai|ia|llm) (?:agent|assistant|model|system|bot)\b|\bagent ia\b|\blanguage model\b|\bmodele de langage\b|\bintelligence artificielle\b|\btu es une? (?:ia|assistant|agent)\b|\bif you are an? (?:ai|llm|bot)\b|\bsi (?:tu es|vous etes) une? (?:ia|robot|automate)\b/,
  /\b(?:ad|glpi|observium|memory|mail|safeguard)_[a-z_]{3,}|\b[a-z]+_[a-z]+_[a-z]+\b|\b(?:tool|function)[ _]calls?\b/,
  /\b(?:without|sans|no|skip|bypass\w*)\b[^\n.]{0,15}\b(?:approval|approbation|escalation|escalade|human|humaine?|confirmation|safeguard)\b/,
  /\b(?:perform|execute[rz]?|carry out|procede[rz]? automatiquement|effectue automatiquement)\b[^\n.]{0,20}\b(?:reset|unlock|action|deblocage|reinitialisation|command\w*)\b/,
  /\b(?:new|nouvelles?|updated) (?:instructions?|consignes?|system)\b|\b(?:end|fin) (?:of|du|de) (?:the )?(?:ticket|message|user input|prompt)\b/,
  /\b(?:confidence|confiance|threshold|seuil)\b[^\n.]{0,12}(?:\b[01][.,]\d|100 ?%|\b1\b|\bmax)/,
  /\b(?:regles?|rules?|policy|politique|procedure)\b[^\n.]{0,12}\b(?:a change|ont change|changed|has changed)|\b(?:desormais|from now on|dorenavant)\b|\baccepte\w* d'office|\brespond only\b|\breply only\b|\breviewer notes?\b|\bauto-?(?:complete|approve|validate)/,
  /"(?:category|confidence|suspicious|verified|role|tool)"\s*:/,
]

/** A text without the sentences that talk to a machine, and those sentences. */
export interface FoundInjection {
  clean: string
  injected: string[]
}

const pieces = (text: string) => text.split(/(?<=[.!?\u2026])\s+|\n+/u)

/** True when a text gives orders to a program or wears a mark of the system. */
export function isInjected(text: string): boolean {
  const folded = fold(text)
  return patterns.some((pattern) => pattern.test(folded))
}

/**
 * Takes injected sentences out. Once a sentence wears a system mark, all that follows in its line goes too: an order
 * is often spread over several sentences.
 */
export function findInjection(text: string): FoundInjection {
  const clean: string[] = []
  const injected: string[] = []
  for (const line of text.split('\n')) {
    const sentences = pieces(line)
    const first = sentences.findIndex(isInjected)
    if (first === -1) clean.push(line)
    else {
      clean.push(sentences.slice(0, first).join(' '))
      injected.push(sentences.slice(first).join(' '))
    }
  }
  return { clean: clean.join('\n'), injected }
}
