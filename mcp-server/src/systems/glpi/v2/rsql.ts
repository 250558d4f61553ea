import { ValidationError } from '@hub/contracts'

/**
 * Filters of the High-Level API (protocol section 2.5). GLPI 11 knows no escape inside a value: the next quote ends
 * it whatever stands before. A backslash, or a quote of the kind that encloses, is therefore never sent.
 */
export type Filter = string

/** Property equal to a text. @throws ValidationError for a text that the filter language cannot carry */
export function equalTo(property: string, text: string): Filter {
  const quote = quoteFor(text)
  if (quote === undefined || !canBeSent(text)) {
    throw new ValidationError('GLPI cannot search for a text with these signs', {
      reason: 'glpi.search_text',
    })
  }
  return `${property}==${quote}${text}${quote}`
}

/** True for a text that `equalTo` can carry. */
export function canEqual(text: string): boolean {
  return canBeSent(text) && quoteFor(text) !== undefined
}

/** Property equal to a number. */
export function equalToNumber(property: string, value: number): Filter {
  return `${property}==${wholeNumber(value)}`
}

/** Property that is a higher number. */
export function above(property: string, value: number): Filter {
  return `${property}=gt=${wholeNumber(value)}`
}

/** Property that is one of the numbers; none when there are no numbers. */
export function oneOf(property: string, values: readonly number[]): Filter {
  return values.length === 0 ? `${property}==-1` : `${property}=in=(${values.map(wholeNumber).join(',')})`
}

export function isFalse(property: string): Filter {
  return `${property}==false`
}

/** Property at or after, or at or before, a local time `YYYY-MM-DD HH:MM:SS`. */
export function sinceTime(property: string, time: string): Filter {
  return `${property}=ge="${localTime(time)}"`
}
export function untilTime(property: string, time: string): Filter {
  return `${property}=le="${localTime(time)}"`
}

/** Property that contains the text, without case. Signs that cannot be sent count as any one sign. */
export function contains(property: string, text: string): Filter {
  return `${property}=ilike="*${pattern(text)}*"`
}

/** Property that begins with the text, without case; see `contains`. */
export function beginsWith(property: string, text: string): Filter {
  return `${property}=ilike="${pattern(text)}*"`
}

/** All of them hold. */
export function allOf(filters: readonly Filter[]): Filter {
  return filters.map((filter) => (filter.includes(',') ? `(${filter})` : filter)).join(';')
}

/** One of them holds. */
export function anyOf(filters: readonly Filter[]): Filter {
  return filters.length === 1 ? filters.join('') : `(${filters.join(',')})`
}

/** `*` is any text, `%` any one sign (GLPI turns them into those of SQL). */
function pattern(text: string): string {
  return text.replace(/[*"'\\\p{Cc}]/gu, '%')
}

function canBeSent(text: string): boolean {
  return !/[\\\p{Cc}]/u.test(text)
}

function quoteFor(text: string): string | undefined {
  return ['"', "'"].find((quote) => !text.includes(quote))
}

function wholeNumber(value: number): string {
  if (!Number.isSafeInteger(value)) throw new TypeError('A filter takes whole numbers only')
  return String(value)
}

function localTime(time: string): string {
  if (!/^\d{4}-\d{2}-\d{2} \d{2}:\d{2}:\d{2}$/.test(time))
    throw new TypeError('A filter takes local times only')
  return time
}
