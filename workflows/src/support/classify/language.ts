import { fold } from '../text/fold.ts'

/** Small words of the languages that are told apart; only French and English are answered. */
const small: Record<string, Set<string>> = {
  fr: words(
    "le la les un une des du de et est ai je mon ma mes pas plus bonjour merci pour sur dans ce ne que qui vous nous svp depuis avec au aux il elle on suis pouvez bonsoir mot passe compte votre cordialement faire oublie bloque salut c'est j'ai fait rien marche s'il n'ai",
  ),
  en: words(
    "the my is to of and please i can you for it hi hello thanks have been on this we not am your has with dear at in be need are our no from so they password account reset unlock locked can't i'm i've forgot that",
  ),
  de: words(
    'ich habe mein meine ist nicht und der die das bitte danke hallo guten tag konto passwort sie kann mich vielen es',
  ),
  es: words('hola los mi gracias buenos dias puedo contrasena esta del favor cuenta abre hago'),
  it: words('ciao buongiorno gli mio mia non posso grazie per favore dimenticato della sono'),
  pt: words('bom dia minha meu nao consigo obrigado senha favor esqueci uma conta'),
  pl: words('dzien dobry nie pamietam hasla prosze dziekuje jest sie moje haslo'),
  nl: words('hallo ik ben mijn niet het een wachtwoord graag bedankt vergeten'),
}

function words(list: string): Set<string> {
  return new Set(list.split(' '))
}

export interface Language {
  /** The language to answer in; French when the ticket is in neither. */
  language: 'fr' | 'en'
  /** False when the ticket is in another language: the rules did not understand it. */
  isUnderstood: boolean
}

/** Language of a ticket by its small words. */
export function detectLanguage(text: string): Language {
  const tokens = fold(text).split(/[^\p{L}']+/u)
  const counts = Object.entries(small).map(([code, list]) => ({
    code,
    count: tokens.filter((token) => list.has(token)).length,
  }))
  const of = (code: string) => counts.find((entry) => entry.code === code)?.count ?? 0
  const isOther = /[\u0400-\u04ff\u0600-\u06ff\u4e00-\u9fff]{12,}/u.test(text)
  const best = counts.toSorted((a, b) => b.count - a.count)[0]
  const language = of('en') > of('fr') ? 'en' : 'fr'
  const isForeign =
    best !== undefined && !['fr', 'en'].includes(best.code) && best.count >= 2 && best.count > of(language)
  return { language, isUnderstood: !isOther && !isForeign }
}
