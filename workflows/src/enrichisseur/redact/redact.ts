import { fold } from '../../support/text/fold.ts'
import { redactNames } from './names.ts'
import { redactSecrets } from './secrets.ts'
import { marks, shapes } from './shapes.ts'

/** A text without what tells of a person. */
export interface Redacted {
  text: string
  /** What went, by kind. */
  removed: Record<string, number>
  /** Words that went because nobody has ever put them into the vocabulary. */
  unknownWords: number
}

/**
 * Leaves out names, mails, phones, logins, passwords, postal addresses, numbers and machines of persons. It keeps the
 * words that it knows rather than looking for those that it must not keep: a name that no list has ever held goes too.
 * @param people names and logins of those who have to do with the ticket
 */
export function redact(text: string, people: readonly string[] = []): Redacted {
  const plain = text
    .normalize('NFKC')
    .replace(/\p{Cf}|[\u034f\u115f\u1160\u3164]/gu, '')
    .replace(/[\u2018\u2019\u02bc]/g, '’')
    .replace(/[\u2010-\u2015]/g, '-')
    .replace(/[^\S\n]+/g, ' ')
  const removed: Record<string, number> = {}
  const count = (kind: string, more: number) => {
    if (more > 0) removed[kind] = (removed[kind] ?? 0) + more
  }
  let out = plain
  const [keys, others] = [shapes.slice(0, 4), shapes.slice(4)]
  for (const part of [keys, 'secrets' as const, others]) {
    if (part === 'secrets') {
      const secrets = redactSecrets(out)
      out = secrets.text
      count('secret', secrets.count)
      continue
    }
    for (const { mark, pattern, keep = '' } of part) {
      let times = 0
      out = out.replace(pattern, (match, first?: string) => {
        times++
        return keep === '' || typeof first !== 'string'
          ? keptPunctuation(match, marks[mark])
          : `${first} ${marks[mark]}`
      })
      count(mark, times)
    }
  }
  const named = redactNames(out, namesOf(people))
  count('name', named.names)
  return { text: named.text, removed, unknownWords: named.unknown }
}

/** A full stop at the end of what went belongs to the sentence. */
const keptPunctuation = (match: string, mark: string) => `${mark}${/[.!?\s]+$/.exec(match)?.[0] ?? ''}`

function namesOf(people: readonly string[]): ReadonlySet<string> {
  const names = people.flatMap((person) => {
    const parts = fold(person).split(/[^a-z\d]+/)
    const [first = '', ...others] = parts
    const last = others.join('')
    // Logins as directories make them of names.
    return [fold(person), ...parts, `${first[0]}${last}`, `${first}.${last}`, `${last}${first[0]}`]
  })
  return new Set(names.filter((name) => name.length >= 3))
}
