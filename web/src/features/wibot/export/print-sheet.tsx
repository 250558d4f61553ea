import './print.css'
import type { ConversationExport, ToolCallRecord } from '@hub/contracts'
import { useEffect, useEffectEvent } from 'react'
import { createPortal } from 'react-dom'
import { useTranslation } from 'react-i18next'
import { useLocale, useText } from '../../../i18n/use-locale.ts'
import { formatFull } from '../../../lib/time.ts'
import { Markdown } from '../../../markdown/markdown.tsx'
import { bindingName } from '../context/binding-words.ts'

type Printed = ConversationExport['messages'][number]

export interface PrintSheetProps {
  exported: ConversationExport
  /** The dialog of the browser was closed. */
  onDone: () => void
}

/** Code is coloured after the first drawing. */
const drawMs = 400

/** A conversation on paper: no frame, tool calls as facts, sources under each answer. It opens the dialog of the browser. */
export function PrintSheet({ exported, onDone }: PrintSheetProps) {
  const { t } = useTranslation('wibot')
  const locale = useLocale()
  const done = useEffectEvent(onDone)
  useEffect(() => {
    const end = () => done()
    window.addEventListener('afterprint', end)
    const timer = setTimeout(() => window.print(), drawMs)
    return () => {
      clearTimeout(timer)
      window.removeEventListener('afterprint', end)
    }
  }, [])
  const { conversation, exportedBy, exportedAt, complete, messages } = exported
  return createPortal(
    <section className="print-sheet" aria-hidden>
      <header>
        <h1>{conversation.title}</h1>
        <p>{t('export.by', { name: exportedBy, at: formatFull(new Date(exportedAt), locale) })}</p>
        {conversation.binding && <p>{bindingName(conversation.binding)}</p>}
        {!complete && <p>{t('export.partial')}</p>}
      </header>
      {messages.map((message) => (
        <PrintedMessage key={message.id} message={message} />
      ))}
    </section>,
    document.body,
  )
}

function PrintedMessage({ message }: { message: Printed }) {
  const { t } = useTranslation('wibot')
  const locale = useLocale()
  const isQuestion = message.role === 'user'
  const author = message.kind === 'outcome' ? t('answer.outcome') : isQuestion ? t('log.you') : 'WIBOT'
  const engine = message.provider === 'builtin' ? t('answer.byBuiltin') : message.model
  const ending = message.status === 'stopped' || message.status === 'interrupted' ? message.status : null
  return (
    <article className={isQuestion ? 'print-question' : ''}>
      <h2>
        {author}
        <small>
          {formatFull(new Date(message.createdAt), locale)}
          {!isQuestion && engine && ` - ${engine}`}
        </small>
      </h2>
      {message.toolCalls.map((call) => (
        <PrintedCall key={call.callId} call={call} />
      ))}
      {isQuestion ? <p className="print-asked">{message.content}</p> : <Markdown text={message.content} />}
      {message.attachments.length > 0 && (
        <p className="print-files">
          {t('export.files', { names: message.attachments.map(({ name }) => name).join(', ') })}
        </p>
      )}
      {ending && <p>{t(`answer.${ending}`)}</p>}
      {message.sources.length > 0 && (
        <ol className="print-sources">
          {message.sources.map(({ n, title, path }) => (
            <li key={n} value={n}>
              {title} <code>{path}</code>
            </li>
          ))}
        </ol>
      )}
    </article>
  )
}

function PrintedCall({ call }: { call: ToolCallRecord }) {
  const { t } = useTranslation('wibot')
  const text = useText()
  const state = call.status === 'approval_required' ? 'waiting' : call.status
  return (
    <dl className="print-call">
      <dt>
        {call.level} {text(call.label)}
      </dt>
      <dd>
        {t(`answer.action.${state}`)}
        {call.summary && `: ${text(call.summary)}`}
      </dd>
    </dl>
  )
}
