import type { Person } from './people.ts'

/** A text, what must be gone from it and what must be left. */
export interface Seeded {
  text: string
  secrets: string[]
  kept: string[]
}

type Pick = <T>(from: readonly T[]) => T

const plain = (text: string) =>
  text
    .normalize('NFKD')
    .replace(/\p{Mn}/gu, '')
    .toLowerCase()

const streets = [
  'rue des Lilas',
  'avenue du G\u00e9n\u00e9ral Leclerc',
  'bis, chemin de la Garenne',
  'boulevard Voltaire',
  'impasse Jean Moulin',
]
const towns = ['34000 Montpellier', '69003 Lyon', '35400 Saint-Malo', '13090 Aix-en-Provence']
const streetsEn = ['Baker Street', 'Old Mill Road', 'Queens Drive', 'Station Lane']

function maker(pick: Pick) {
  const digits = (count: number) => Array.from({ length: count }, () => pick([...'0123456789'])).join('')
  const letters = (count: number) =>
    Array.from({ length: count }, () => pick([...'BCDFGHJKLMNPRSTVWXZ'])).join('')
  const phone = () => {
    const pairs = [pick(['01', '04', '06', '07', '09']), digits(2), digits(2), digits(2), digits(2)]
    return pairs.join(pick([' ', '.', '-', '']))
  }
  return {
    tel: phone,
    telintl: () =>
      pick([
        `+33 6 ${digits(2)} ${digits(2)} ${digits(2)} ${digits(2)}`,
        `0033 4${digits(8)}`,
        `+44 7700 ${digits(6)}`,
      ]),
    ext: () => digits(4),
    pw: () =>
      pick(['Soleil', 'Printemps', 'Clinique', 'azerty', 'Bienvenue']) +
      pick(['2026!', '#42', '@34', '99', '_77$']),
    plainpw: () => pick(['tournesol', 'chocolat', 'marguerite', 'sunflower']),
    pin: () => digits(4),
    serial: () => `${pick(['5CG', 'PF', 'C02', 'MJ0'])}${digits(4)}${letters(3)}`,
    nir: () => `${pick(['1', '2'])} ${digits(2)} 05 34 ${digits(3)} ${digits(3)} ${digits(2)}`,
    tv: () => `${digits(3)} ${digits(3)} ${digits(3)}`,
    badge: () => pick([digits(6), `B${digits(5)}`, `${letters(2)}-${digits(4)}`]),
    iban: () => `FR76 ${digits(4)} ${digits(4)} ${digits(4)} ${digits(4)} ${digits(4)} ${digits(3)}`,
    bitlocker: () => Array.from({ length: 8 }, () => digits(6)).join('-'),
    birth: () =>
      pick([
        `1${pick(['1', '2'])}/0${pick(['3', '7'])}/19${digits(2)}`,
        `3 mars 19${pick(['5', '6', '7'])}1`,
      ]),
    ip: () => `10.${pick(['12', '34'])}.${pick(['1', '20'])}.${pick(['14', '201'])}`,
    addr: () => `${pick(['3', '12', '148'])} ${pick(streets)}, ${pick(towns)}`,
    addren: () => `${pick(['7', '22', '221b'])} ${pick(streetsEn)}`,
  }
}

/**
 * Fills the places of a frame: `{p}` whole name, `{N}` last name, `{n}` in small letters, `{NN}` in capitals, `2` for
 * somebody else; the others tell by their names what they are.
 */
export function fill(
  frame: string,
  { who, other, pick }: { who: Person; other: Person; pick: Pick },
): Seeded {
  const [text = '', keep = ''] = frame.split(' @@ ')
  const make = maker(pick)
  const secrets: string[] = []
  const hide = (secret: string) => {
    secrets.push(secret)
    return secret
  }
  const hideName = (person: Person, written: string) => {
    secrets.push(...`${person.first} ${person.last}`.split(/[\s'-]+/).filter((part) => part.length > 2))
    return written
  }
  const login = plain(pick([`${who.first[0]}${who.last}`, `${who.first}.${who.last}`])).replace(
    /[^a-z.]/g,
    '',
  )
  const named = (person: Person): Record<string, () => string> => {
    const { first, last } = person
    return {
      p: () => hideName(person, `${first} ${last}`),
      first: () => hideName({ first, last: '' }, first),
      N: () => hideName({ first: '', last }, last),
      n: () => hideName(person, plain(`${first} ${last}`)),
      NN: () => hideName(person, `${last.toUpperCase()} ${first}`),
      last_initial: () => `${last[0]}`,
      last_upper: () => hideName({ first: '', last }, last.toUpperCase()),
      mail: () => hide(`${plain(first)}.${plain(last)}@exemple.fr`.replace(/[\s']/g, '')),
      mail_spelled: () => hide(`${plain(first)} arobase gmail point com`.replace(/'/g, '')),
    }
  }
  const slots: Record<string, () => string> = {
    ...Object.fromEntries(
      Object.entries(named(other)).flatMap(([name, write]) => [
        [`${name}2`, write],
        [name.replace('_', '2_'), write],
      ]),
    ),
    ...named(who),
    ...Object.fromEntries(Object.entries(make).map(([name, write]) => [name, () => hide(write())])),
    login: () => hide(login),
    LOGINCAPS: () => hide(login.toUpperCase().replace('.', '')),
    pc: () =>
      hide(
        `${pick(['PC', 'PORT', 'LAPTOP'])}-${plain(who.last)
          .toUpperCase()
          .replace(/[^A-Z]/g, '')}`,
      ),
    path: () => hide(`${pick(['\\\\srv-fic\\perso\\', 'C:\\Users\\'])}${login}`),
    Mme: () => pick(['Mme', 'Madame', 'Mme.']),
    M: () => pick(['M.', 'Monsieur', 'Mr']),
    Mr: () => pick(['Mr', 'Mr.', 'Mrs']),
    Dr: () => pick(['Dr', 'docteur', 'Dr.']),
  }
  const written = text.replace(/\{(\w+)\}/g, (_place, name: string) => {
    const write = slots[name]
    if (!write) throw new Error(`no such place: ${name}`)
    return write()
  })
  return {
    text: written,
    secrets: [...new Set(secrets)],
    kept: keep.split(' ').filter((word) => word !== ''),
  }
}

/** The secrets that a text still tells, whatever their case and accents. */
export function leaksOf(text: string, secrets: readonly string[]): string[] {
  const told = plain(text)
  return secrets.filter((secret) => {
    const sought = plain(secret).replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
    return new RegExp(`(?<![\\p{L}\\d])${sought}(?![\\p{L}\\d])`, 'u').test(told)
  })
}
