import { fold } from '../text/fold.ts'
import type { TicketText } from '../text/read-ticket-text.ts'

/** Words that stand beside "mot de passe", "compte" or "password" in a request about the domain account. */
const plain = new Set(
  [
    'windows session sessions ordinateur poste postes reseau domaine compte utilisateur ad active directory portable',
    'login user users username connexion perdu perdue perte incorrect refuse errone provisoire temporaire initial',
    'habituel actuel ancien nouveau nouvelle nouveaux urgent svp stp merci pas plus ne est etait a ai pour de du d la le',
    'les l mon ma mes me m un une et ou que qui dans sur au aux en par pc travail bureau obligatoire personnel s se y il',
    'elle je on avec sans mais car depuis apres avant ces quand sauf tous lequel aveugle faux correct fois remis service',
    'ouvrir allume informatique messieurs machine distance vient encore zero mettre saisir demande question action',
    'bonjour impossible incident svp echappe plusieurs reprend perte immediatement compromis urgence merci rates',
    'maire directeur directrice patron stagiaire remplacant remplacante remplacants collegue surveillante employee',
    'my the your his her their our an new old temporary expired lost wrong domain network computer pc laptop work logon',
    'and or of for to with in is was has have had can i please pls current first fresh another any no colleague',
    'colleagues need that this it its own asap previous bad same needs set hello hi help issue request asked boss starter',
    'lockout locked blocked workstation system device desktop office lundi mardi mercredi jeudi vendredi samedi dimanche hier matin soir semaine aujourd tout toute',
    'saisi fourni fournie donne recu recue ko hs monday tuesday wednesday thursday friday morning yesterday today here',
    'toujours jamais meme peut doit sera soit si comme lors suite chaque moi lui ici vous nous votre notre cette ce',
  ].flatMap((line) => line.split(' ')),
)
const plainStem =
  /^(?:oubli|expir|bloqu|debloqu|verrouill|verouill|deverrouill|rei?nit|desactiv|gele|marche|fonctionne|problem|change|chang|reset|remettre|tape|accept|renouvel|valid|arriv|garde|forg[eo]t|unlock|unblock|referenc|admin|direct)/
const frenchObject =
  /mot de passe (?:(?:du|de la|de l'|de|d'|pour|sur|le|la|mon|ma|au|notre|oublie|logiciel)(?:\s+|(?<=')))*([a-z][\w.-]*)/
const englishObject = /([a-z][\w'-]*) (?:password|accounts?)\b/
const frenchAccount = /\bcomptes? (?:du |de la |de l'|sur |chez )?([a-z][\w.-]*)/
const entered =
  /(?:connecter|connexion|identifier|loguer|acceder|acces|log ?in|log on|sign in|logged in|get|locked out|logged out) (?:out of |of |a |au |aux |sur |dans |into |to |in )(?:la |le |les |l'|mon |ma |my |the |notre |our |his |her )*([a-z][\w-]*)/
const lockedCapitals = /\b\p{Lu}{2,6}(?= (?:account )?(?:locked|verrouill|bloqu))/u

/** A person's name follows ("mot de passe d'Olivier Pinto"): somebody's, not something's. */
const ofPerson =
  /(?:de|d['\u2019]|for|pour|of)\s*(?:M\.|Mme|Mr|Mrs|Ms|Dr|Monsieur|Madame|monsieur|madame)?\s*(?:le |la )?\p{Lu}[\p{L}'\u2019-]+|\p{Lu}\p{Ll}+['\u2019]s\b/u

const isPlain = (word: string) =>
  word.length < 2 || plain.has(word) || plainStem.test(word) || /(?:ment|'s)$/.test(word)

/** A login, or two capitalised words side by side where the word stands in the ticket. */
function looksLikePerson({ title, said }: TicketText, word: string): boolean {
  if (/\w\.\w/.test(word)) return true
  const source = `${title}\n${said}`
  const start = fold(source).indexOf(word)
  const at = start === -1 ? '' : source.slice(start, start + 80)
  return /^\p{Lu}[\p{L}-]+ +\p{Lu}[\p{L}-]+/u.test(at) || new RegExp(`^${word}['\u2019]s\\b`, 'iu').test(at)
}

/** Whether the password or lock of a sentence belongs to a thing that is neither Windows nor a person. */
export function isForUnknownThing(sentence: string, ticket: TicketText): boolean {
  const capitals = lockedCapitals.exec(ticket.title)?.[0].toLowerCase()
  if (capitals !== undefined && !plain.has(capitals) && sentence.includes(capitals)) return true
  const beside = [frenchObject, englishObject, frenchAccount, entered].flatMap((pattern) => {
    const word = pattern.exec(sentence)?.[1]
    return word === undefined ? [] : [word.replace(/^[dl]'|[.-]+$/g, '')]
  })
  const odd = beside.filter((word) => !isPlain(word))
  const [first] = odd
  if (first === undefined || odd.every((word) => looksLikePerson(ticket, word))) return false
  return !(ofPerson.test(ticket.title) && fold(ticket.title).includes(first))
}
