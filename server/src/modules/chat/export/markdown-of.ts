import type { ConversationExport, Locale } from '@hub/contracts'
import { exportWords } from './export-words.ts'

type Exported = ConversationExport['messages'][number]

/** One line that Markdown does not read as its own marks. */
const plain = (text: string) => text.replace(/\s+/g, ' ').replace(/([\\`*_[\]<>#|])/g, '\\$1')

/** Time as an export tells it, without a reader's time zone to go by. */
const timeOf = (at: string) => `${at.slice(0, 16).replace('T', ' ')} UTC`

/** A conversation as one Markdown document in the reader's language. */
export function markdownOf(exported: ConversationExport, locale: Locale): string {
  const words = exportWords[locale]
  const { conversation, exportedAt, exportedBy, complete, messages } = exported
  const { binding } = conversation
  const bound = binding && `${words.bound[binding.kind]} ${plain(binding.id)} - ${plain(binding.label)}`
  const head = [
    `# ${plain(conversation.title)}`,
    words.exported(plain(exportedBy), timeOf(exportedAt)),
    ...(bound ? [bound] : []),
    ...(complete ? [] : [words.cut]),
  ]
  return `${[...head, ...messages.map((message) => messageOf(message, locale))].join('\n\n')}\n`
}

function messageOf(message: Exported, locale: Locale): string {
  const words = exportWords[locale]
  const { notice, content, error } = message
  const blocks = [
    `---\n\n## ${headingOf(message, locale)}`,
    ...(notice ? [`_${plain(notice[locale])}_`] : []),
    ...(content.trim() === '' ? [] : [content.trim()]),
    ...(error ? [`**${plain(error.message)}**`] : []),
    ...listOf(words.files, filesOf(message)),
    ...listOf(words.tools, toolsOf(message, locale)),
    ...listOf(words.sources, sourcesOf(message)),
  ]
  return blocks.join('\n\n')
}

function headingOf(message: Exported, locale: Locale): string {
  const words = exportWords[locale]
  const { role, kind, mode, provider, model, status, createdAt } = message
  const engine = [provider, model].filter(Boolean).join(' / ')
  const who = kind === 'outcome' ? words.outcome : role === 'user' ? words.you : 'WIBOT'
  const answer = role === 'assistant' && kind === 'message'
  const facts = [who, words.mode[mode], answer ? plain(engine) : '', words.status[status], timeOf(createdAt)]
  return facts.filter(Boolean).join(' - ')
}

const listOf = (title: string, lines: string[]) =>
  lines.length === 0 ? [] : [`**${title}**\n\n${lines.map((line) => `- ${line}`).join('\n')}`]

function filesOf({ attachments }: Exported): string[] {
  return attachments.map(
    ({ name, format, size }) => `${plain(name)} (${format}, ${Math.ceil(size / 1024)} KB)`,
  )
}

function toolsOf({ toolCalls }: Exported, locale: Locale): string[] {
  return toolCalls.map(({ label, level, status, summary, approvalId }) => {
    const state = exportWords[locale].call[status]
    const told = summary ? ` : ${plain(summary[locale])}` : ''
    return `${plain(label[locale])} (${level}, ${state}${approvalId ? `, ${approvalId}` : ''})${told}`
  })
}

function sourcesOf({ sources }: Exported): string[] {
  return sources.map(({ n, title, path }) => `\\[${n}\\] ${plain(title)} (${plain(path)})`)
}
