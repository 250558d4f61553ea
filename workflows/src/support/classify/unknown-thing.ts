import { fold } from '../text/fold.ts'
import type { TicketText } from '../text/read-ticket-text.ts'

/** What may follow "mot de passe" or come before "password" in a request about the domain account. */
const plain = new Set(
  (
    'windows session ordinateur poste reseau domaine compte utilisateur ad active directory portable login user username connexion oublie oublier oubliee perdu perdue expire expiree incorrect refuse bloque errone provisoire temporaire initial habituel actuel ancien nouveau urgent svp stp merci pas plus ne est etait a ai pour de du d la le les l mon ma mes me m un une et ou ou que qui dans sur au aux en par pc travail bureau obligatoire personnel s se y il elle je on avec sans mais car depuis apres avant ' +
    'my the your his her their our a an new old temporary expired forgotten lost wrong domain network computer pc laptop work logon and or of for on to with in is was has have had can i please pls reset current first fresh another any no forgot colleague colleagues need that this it its own asap previous bad same need needs set changed change what lost'
  ).split(' '),
)
const frenchObject =
  /mot de passe (?:(?:du|de la|de l'|de|d'|pour|sur|le|la|mon|ma|au|notre|oublie|logiciel)\s*)*([a-z][\w-]*)/
const englishObject = /([a-z][\w'-]*) (?:password|accounts?)\b/
const frenchAccount = /\bcomptes? (?:du |de la |de l'|sur |chez )?([a-z][\w-]*)/
const entered =
  /(?:connecter|connexion|identifier|loguer|acceder|acces|log ?in|log on|sign in|logged in|get) (?:a |au |aux |sur |dans |into |to |in )(?:la |le |les |l'|mon |ma |my |the |notre |our )*([a-z][\w-]*)/
const namedInCapitals = /\b\p{Lu}{2,6}(?= (?:account )?(?:locked|verrouill|bloqu))/u

/** A person's name follows ("mot de passe d'Olivier Pinto", "Sanjay's password"): somebody's, not something's. */
const ofPerson =
  /(?:de|d['\u2019]|for|pour|of)\s*(?:M\.|Mme|Mr|Mrs|Ms|Dr|Monsieur|Madame|monsieur|madame)?\s*(?:le |la )?\p{Lu}[\p{L}'\u2019-]+|\p{Lu}\p{Ll}+['\u2019]s\b/u

const isPlain = (word: string) => plain.has(word) || word.length < 2 || word.endsWith("'s")
const looksLikePerson = (title: string, said: string, word: string) => {
  const source = `${title}\n${said}`
  const start = fold(source).indexOf(word)
  const at = start === -1 ? '' : source.slice(start)
  return (
    /^\p{Lu}[\p{L}-]+\s+\p{Lu}[\p{L}-]+/u.test(at) || new RegExp(`${word}['\u2019]s\\b`, 'iu').test(source)
  )
}

const common =
  /^(?:reinitialis\w*|marche\w*|fonctionne\w*|impossible|problem\w*|incident|probleme|demande|resett?ing|bonjour|hello|hi|windows|raz|merci|question|action|request|issue|help|forgott?en|nouvelle|nouveaux|changer?|change\w*|remettre|zero|mettre|saisir|tape\w*|accepte\w*|renouvel\w*|validite|arriv\w*|svp|echappe|plusieurs|mes|garde\w*|ces|quand|sauf|tous|lequel|aveugle|rates?|faux|correct|fois|remis|service|ouvrir|allume|colleague|urgent|compromis|sessions|postes?|imprimante|maire|directeur|directrice|patron|stagiaire|remplacante?s?|collegue|surveillante|employee?|barman|boss|starter|reprend|locked|blocked|user|users|bloqu\w*|debloqu\w*|deverrouill\w*|verouill\w*|gele\w*|desactiv\w*|referenc\w*|informatique|messieurs|depuis|machine|session|distance|lockout|vient|encore|wms|unblock\w*|please|unlock|unlocked|asked|verrouille\w*|admin\w*|perte|immediatement|direct\w*)$/

/** Whether the password or lock of a sentence belongs to a thing that is neither Windows nor a person. */
export function isForUnknownThing(sentence: string, { title, said }: TicketText): boolean {
  const found = [frenchObject, englishObject, frenchAccount, entered].flatMap((pattern) => {
    const word = pattern.exec(sentence)?.[1]
    return word === undefined ? [] : [word.replace(/^[dl]'/, '')]
  })
  const odd = found.filter((word) => !isPlain(word) && !common.test(word))
  const capitals = namedInCapitals.exec(title)?.[0]
  if (
    capitals !== undefined &&
    !plain.has(capitals.toLowerCase()) &&
    sentence.includes(capitals.toLowerCase())
  )
    return true
  if (odd.length === 0) return false
  const isNamed = odd.every((word) => word.includes('.') || looksLikePerson(title, said, word))
  return !isNamed && !(ofPerson.test(title) && fold(title).includes(odd[0] ?? ''))
}
