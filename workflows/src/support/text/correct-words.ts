import { editDistance } from './edit-distance.ts'

/** Words that the rules read, folded; a slip in one of them is mended. */
const vocabulary = (
  'verrouille verrouiller verrouillee verrouillage deverrouiller deverrouille deverrouillage debloquer debloque deblocage bloquee ' +
  'reinitialiser reinitialise reinitialisation oublie oubliee session internet reseau connexion connecter imprimante ' +
  'identifiant utilisateur tentatives provisoire ordinateur windows expire logiciel password passwords forgotten account ' +
  'unlock unlocked network connection printer username temporary domaine telephone deconnecte intermittence'
).split(' ')

/** Real words that are one slip away from one of the vocabulary. */
const real = new Set(
  'interne internes internat interner pointer painter sprinter looked blocked accounts accent discount expres experte sessions connexions connections networks printers windows domaines domaine telephones oublier oubliez passion logiciels logicielle bloques bloque bloquer ordinateurs utilisateurs identifiants utilisatrice cession unlocks unlocking verrouilles expires expired expirer expiree connectee connectes connecte reinitialisee telephoner temporaire mission sessions'.split(
    ' ',
  ),
)
const known = new Set([...vocabulary, ...real])

const written: Record<string, string> = {
  mdp: 'mot de passe',
  mdps: 'mot de passe',
  pwd: 'password',
  pw: 'password',
  pswd: 'password',
  passwd: 'password',
  psw: 'password',
  passcode: 'password',
  pass: 'password',
  pword: 'password',
  pwrd: 'password',
  debloquage: 'deblocage',
  pasword: 'password',
  cpte: 'compte',
  cpt: 'compte',
  raz: 'reinitialiser',
  acct: 'account',
  acount: 'account',
  lockd: 'locked',
  loked: 'locked',
  lock: 'locked',
  unlok: 'unlock',
  delock: 'debloquer',
  delocker: 'debloquer',
  ordi: 'ordinateur',
  lordi: 'ordinateur',
  cession: 'session',
  'wi-fi': 'wifi',
  wireless: 'wifi',
  wlan: 'wifi',
  jai: "j'ai",
  dinternet: "d'internet",
  pu: 'plus',
  ts: 'tous',
  tt: 'tout',
  conexion: 'connexion',
  pb: 'probleme',
  pc: 'ordinateur',
}

function mend(word: string): string {
  const shorthand = written[word]
  if (shorthand !== undefined) return shorthand
  if (word.length < 6 || known.has(word)) return word
  const allowed = word.length < 9 ? 1 : 2
  const near = vocabulary.find(
    (right) =>
      right[0] === word[0] &&
      Math.abs(right.length - word.length) <= allowed &&
      editDistance(word, right) <= (right.length < 9 ? 1 : allowed),
  )
  return near ?? word
}

/** A folded text with shorthand written out and slips in the words of the trade mended; logins and addresses stay. */
export function correctWords(folded: string): string {
  return folded
    .replace(/wi[ -]fi\b/g, 'wifi')
    .replace(/(?<![\w.@/\\-])[a-z]+(?:-fi)?(?![\w@/\\]|\.\w)/g, mend)
    .replace(/\bmot[ts]?s? (?:de |d )?(?:pa(?:ss?e?|sses)|passes?)\b/g, 'mot de passe')
    .replace(/\bpass ?words?\b/g, 'password')
}
