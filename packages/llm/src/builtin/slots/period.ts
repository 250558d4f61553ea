import { foldToWords } from '../text/fold.ts'

export interface Period {
  days?: number
  hours?: number
}

const numbers: Record<string, number> = {
  un: 1,
  une: 1,
  one: 1,
  deux: 2,
  two: 2,
  trois: 3,
  three: 3,
  quatre: 4,
  four: 4,
  cinq: 5,
  five: 5,
  six: 6,
  sept: 7,
  seven: 7,
  dix: 10,
  ten: 10,
  quinze: 15,
}
const count = `(\\d{1,3}|${Object.keys(numbers).join('|')})`
const counted = new RegExp(
  `\\b${count} (?:derniere?s? |last |past )?(h|heures?|hours?|j|jours?|days?|semaines?|weeks?|mois|months?)\\b`,
)
const named: [RegExp, Period][] = [
  [/\b(hier|yesterday)\b/, { days: 2 }],
  [/\b(aujourd hui|today|ce matin|this morning|du jour)\b/, { days: 1 }],
  [
    /\b(cette semaine|this week|la semaine|of the week|semaine derniere|last week|past week|hebdo)\b/,
    { days: 7 },
  ],
  [/\b(ce mois|this month|du mois|mois dernier|last month|past month)\b/, { days: 30 }],
]
const daysOf: Record<string, number> = { j: 1, d: 1, s: 7, w: 7, m: 30 }

/** How far back a sentence looks: "depuis 3 jours", "last 48 hours", "hier", "cette semaine". */
export function findPeriod(sentence: string): Period | undefined {
  const text = foldToWords(sentence)
  const [, amount = '', unit = ''] = counted.exec(text) ?? []
  if (unit === '') return named.find(([pattern]) => pattern.test(text))?.[1]
  const figure = numbers[amount] ?? Number(amount)
  if (figure < 1) return undefined
  return unit.startsWith('h') ? { hours: figure } : { days: figure * (daysOf[unit.charAt(0)] ?? 1) }
}
