/** What names a secret, then what follows it. */
const named =
  /(?:mots?\s+de\s+passe|\bmdp|password|passwd|\bpwd|passphrase|\bsecret|\btoken|\bjeton|api[\s_-]?key|cl[ée]s?\s+(?:d['’])?(?:api|wifi|wpa2?|secr[èe]te))\s*(?:[:=]|\best\b|\bis\b)\s*["'«“`]?\s*(\S{6,})/giu

/** What is a secret by its own shape. */
const shapes = [
  /-----BEGIN [A-Z ]*PRIVATE KEY-----/,
  /\beyJ[\w-]{10,}\.[\w-]{10,}\.[\w-]{5,}/,
  /\bAKIA[0-9A-Z]{16}\b/,
  /\bgh[pousr]_[A-Za-z0-9]{30,}/,
  /\bxox[baprs]-[\w-]{10,}/,
  /:\/\/[^\s/:@]+:[^\s/@]+@/,
  /\bnet\s+user\s+\S+\s+(?!\/)\S{6,}/i,
]

/** True for a text with an obvious password or key in it: a word that is no plain word, named as one. */
export function holdsSecret(text: string): boolean {
  if (shapes.some((shape) => shape.test(text))) return true
  return [...text.matchAll(named)].some(([, value = '']) => isNoWord(value.replace(/[.,;:!?)»”"'`]+$/, '')))
}

function isNoWord(value: string): boolean {
  return value.length >= 6 && /\p{L}/u.test(value) && /[\d!@#$%^&*?+=]/.test(value)
}
