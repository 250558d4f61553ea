/** What of a person a text held, by kind: what stands in its place. */
export const marks = {
  mail: '[mail]',
  phone: '[tel]',
  number: '[num]',
  address: '[adresse]',
  login: '[login]',
  secret: '[secret]',
  network: '[ip]',
  link: '[lien]',
  path: '[chemin]',
  date: '[date]',
  host: '[poste]',
  name: '[nom]',
} as const
export type Mark = keyof typeof marks

interface Shape {
  mark: Mark
  pattern: RegExp
  /** Groups before and after what goes: `$1` is kept. */
  keep?: string
}

const street =
  'rue|avenue|av\\.?|boulevard|bd\\.?|place|pl\\.|all[ée]es?|chemin|impasse|route|rte|quai|cours|square|faubourg|lotissement|r[ée]sidence|sentier|passage|mont[ée]e'
const numbered =
  's\\/n|sn|n[°ºo]?\\.? ?de s[ée]rie|num[ée]ro de s[ée]rie|num[ée]ro de s[ée]curit[ée]|serial(?: number| no\\.?)?|service tag|tag|imei|matricule|badge|s[ée]cu|nir|iban|rib|ipp|ins|dossier|patiente?|r[ée]sidente?|anydesk|teamviewer|rustdesk|carte|card|employee(?: id)?|asset|siret|permis|passeport|passport|plaque|immatriculation|adh[ée]rent|client id|num[ée]ro'

/** In their order: the first ones hold what the later ones would tear. */
export const shapes: readonly Shape[] = [
  { mark: 'secret', pattern: /-----BEGIN[\s\S]*?(?:-----END [^-]*-----|$)/g },
  { mark: 'secret', pattern: /\beyJ[\w-]{10,}(?:\.[\w-]+)*/g },
  {
    mark: 'secret',
    pattern: /\b(?:AKIA[0-9A-Z]{12,}|gh[pousr]_\w{20,}|xox[baprs]-[\w-]{10,}|sk-[\w-]{16,})/g,
  },
  { mark: 'secret', pattern: /\b\d{6}(?:-\d{6}){3,7}\b/g },
  {
    mark: 'mail',
    pattern:
      /[\p{L}\d._%+'-]+\s?(?:@|\[at\]|\(at\)|\(a\)|\barobase\b)\s?[\p{L}\d-]+(?:\s?(?:\.|\(dot\)|\[dot\]|\bpoint\b)\s?[\p{L}\d-]+)+/giu,
  },
  { mark: 'mail', pattern: /[\p{L}\d._%+-]+@[\p{L}\d-]*/giu },
  { mark: 'link', pattern: /\b(?:https?|ftps?|mailto|tel|sip):\S+/giu },
  { mark: 'link', pattern: /\b(?:www\.|(?:fr\.)?linkedin\.com|facebook\.com)\S*/giu },
  { mark: 'path', pattern: /\\\\[^\s\\]+(?:\\[^\\\n,;)«»"]+)*\\?/gu },
  {
    mark: 'path',
    pattern: /\b[a-z]:\\(?:users|utilisateurs|documents and settings|profils?|home|perso)\\[^\n,;)«»"]*/giu,
  },
  { mark: 'path', pattern: /(?<![\p{L}\d])\/(?:home|users)\/[^\s,;)]+/giu },
  { mark: 'login', pattern: /(?<![\p{L}\d\\:])(?!HK|hk)[a-z][\w-]{1,20}\\[\p{L}\d._-]{2,}/giu },
  { mark: 'network', pattern: /\b(?:[0-9a-f]{2}[:-]){5}[0-9a-f]{2}\b/gi },
  { mark: 'network', pattern: /\b[0-9a-f]{4}\.[0-9a-f]{4}\.[0-9a-f]{4}\b/gi },
  { mark: 'network', pattern: /(?<![\d.])(?:\d{1,3}\.){3}\d{1,3}(?:\/\d{1,2})?(?![\d.])/g },
  { mark: 'network', pattern: /\b(?:[0-9a-f]{1,4}:){3,}(?::?[0-9a-f]{1,4})*/gi },
  {
    mark: 'address',
    pattern: new RegExp(
      `\\b\\d{1,4}\\s?(?:bis|ter|quater|[a-d]\\b)?,?\\s+(?:${street})\\s+[^\\n,.;:!?)]{2,60}(?:,?\\s*\\d{5}\\s+[\\p{L}' -]{2,40})?`,
      'giu',
    ),
  },
  {
    mark: 'address',
    pattern:
      /\b\d{1,5}[a-d]?,?\s+(?:\p{Lu}[\p{L}'-]+\s+){1,3}(?:street|st|road|rd|avenue|ave|lane|drive|close|court|crescent|terrace|gardens?|way|square)\b\.?/giu,
  },
  {
    mark: 'address',
    pattern: /\b(?:f-?)?\d{5}\s+\p{Lu}[\p{L}'-]+(?:[ -]\p{Lu}[\p{L}'-]+)*(?:\s+cedex(?:\s+\d+)?)?/gu,
  },
  { mark: 'address', pattern: /\b[A-Z]{1,2}\d[A-Z\d]?\s\d[A-Z]{2}\b/g },
  { mark: 'number', pattern: /\b[A-Z]{2}\d{2}(?:\s?[A-Z\d]{4}){3,8}(?:\s?[A-Z\d]{1,4})?\b/g },
  { mark: 'date', pattern: /\b(?:19|20)\d{2}[-/.]\d{1,2}[-/.]\d{1,2}\b/g },
  { mark: 'date', pattern: /\b\d{1,2}[-/.]\d{1,2}[-/.](?:19|20)\d{2}\b/g },
  {
    mark: 'date',
    pattern:
      /\b\d{1,2}(?:er|st|nd|rd|th)?\s+(?:jan|f[ée]v|feb|mar|avr|apr|mai|may|jui|jun|jul|ao[uû]|aug|sep|oct|nov|d[ée]c)\p{L}*\.?\s+(?:19|20)\d{2}\b/giu,
  },
  {
    mark: 'phone',
    pattern:
      /(?:\btel|\bt[ée]l[ée]phone|\bportable|\bmobile|\bfixe|\bposte|\bposte n[°o]|\bligne directe|\bextension|\bext|\binterne|\bbip|\bdect|\bphone|\bcall (?:me|him|her|them) (?:on|at))\s*[.:]?\s*(?:au|on|at|n[°o]|est le|le|is|num[ée]ro)?\s*[:=]?\s*\+?\(?\d[\d .\-/()]{1,18}\d/giu,
  },
  { mark: 'phone', pattern: /(?<![\w.])(?:\+|00)\d{1,3}[\s.-]?(?:\(\d+\)\s?)?\d(?:[\s.\-/]?\d){5,12}/g },
  { mark: 'phone', pattern: /(?<![\w.])\(?0\d\)?(?:[\s.\-/_]*\d{2}){4}(?!\d)/g },
  { mark: 'phone', pattern: /(?<![\w.])\(?0\d{2,4}\)?[\s.-]\d{3,4}[\s.-]?\d{3,4}(?!\d)/g },
  {
    mark: 'number',
    pattern: new RegExp(
      `(?<![\\p{L}\\d])(${numbered})((?:\\s+(?:est|is|du|de la|id|n[°o]|no|number))?\\s*[.:#=]?\\s*(?:n[°o]\\s*)?)[a-z]{0,6}[-]?\\d[\\p{L}\\d-]*(?:[ .][\\dA-Z]{2,}\\b)*`,
      'giu',
    ),
    keep: '$1 ',
  },
  // Serial numbers without a word that says so; not KB5034441, 0x80070005 or CVE-2026-1234.
  {
    mark: 'number',
    pattern: /(?<![\w-])(?!KB\d|0x|CVE)(?=[A-Z]*\d)(?=\d*[A-Z])(?=(?:[A-Z]*\d){4})[A-Z\d]{8,}(?!\w)/g,
  },
  { mark: 'number', pattern: /\b[A-Z]{2}-\d{3}-[A-Z]{2}\b/g },
  {
    mark: 'number',
    pattern: /(?<![\w.])(?!\d{1,2}\.\d{1,2}\.\d{4,}(?:\.\d+)?(?![\d.]))\d(?:[\s.\-/]?\d){6,}(?![\w.]\d)/g,
  },
  {
    mark: 'host',
    pattern:
      /\b(?:pc|port|portable|lap|laptop|nb|wks?|ws|poste|desktop|tab|mac|imac|iphone|ipad|macbook)[-_](?=\S*\p{L}{2}|\d)[\p{L}\d_-]{2,}/giu,
  },
  {
    mark: 'host',
    pattern:
      /\b(?:iphone|ipad|macbook|galaxy|pc|ordinateur|computer|laptop)\s+(?:de|d'|of)\s+(?=\p{Lu})[\p{L}'-]+/gu,
  },
]
