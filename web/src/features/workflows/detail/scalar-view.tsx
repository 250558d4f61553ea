import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { useLocale } from '../../../i18n/use-locale.ts'
import { formatDate, formatFull } from '../../../lib/time.ts'
import { TicketLink } from '../words/ticket-link.tsx'
import { useRunWords } from '../words/use-run-words.ts'
import type { Scalar } from './value-shape.ts'

const approval = /^APR-\d{4}-\d{6}$/
const instant = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2})$/
const monoKeys = new Set(['login', 'device', 'hostname', 'id', 'tool', 'topic', 'rule', 'digest'])
const sureKeys = new Set(['confidence', 'probability', 'score'])

/** One value: a link where there is somewhere to go, a date as a date, the rest as it reads best. */
export function ScalarView({ value, name }: { value: Scalar; name: string }) {
  const { t } = useTranslation('workflows')
  const { t: tUi } = useTranslation('ui')
  const locale = useLocale()
  const words = useRunWords()
  if (typeof value === 'boolean') return tUi(value ? 'yes' : 'no')
  if (typeof value === 'number') {
    if (name === 'ticketId') return <TicketLink ticketId={value} />
    const isShare = sureKeys.has(name) && value >= 0 && value <= 1
    return (
      <span className="tabular">
        {isShare ? t('sure', { percent: Math.round(value * 100) }) : value.toLocaleString(locale)}
      </span>
    )
  }
  if (name === 'category' || name === 'verdict' || name === 'phase') return words[name](value)
  if (approval.test(value))
    return (
      <Link to={`/safeguard/${value}`} className="text-accent-ink tabular underline underline-offset-2">
        {value}
      </Link>
    )
  if (instant.test(value)) {
    const at = new Date(value)
    return (
      <time dateTime={value} title={formatFull(at, locale)} className="tabular">
        {formatDate(at, locale)}
      </time>
    )
  }
  if (monoKeys.has(name)) return <code className="break-all text-xs">{value}</code>
  return <span className="whitespace-pre-line break-words">{words.code(name, value)}</span>
}
