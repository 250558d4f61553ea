import type { LocalizedText } from '@hub/contracts'
import type { Turn } from '../intent.ts'

/** The sentence in the language of the conversation. */
export function say(turn: Turn, text: LocalizedText): string {
  return text[turn.language]
}

/** Paragraphs separated by an empty line; absent ones are left out. */
export function paragraphs(...parts: (string | false | undefined)[]): string {
  return parts.filter((part) => typeof part === 'string' && part !== '').join('\n\n')
}

/** A markdown list; absent items are left out. */
export function bullets(items: (string | false | undefined)[]): string {
  return items
    .filter((item) => typeof item === 'string' && item !== '')
    .map((item) => `- ${item}`)
    .join('\n')
}

/** A question with numbered answers, in the form that a reply such as "2" is matched against. */
export function choices(question: string, items: { name: string; detail?: string | undefined }[]): string {
  const lines = items.map(
    ({ name, detail }, index) => `${index + 1}. **${name}**${detail ? ` - ${detail}` : ''}`,
  )
  return paragraphs(lines.join('\n'), question)
}
