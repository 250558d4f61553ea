import { Activity, BookOpen, KeyRound, type LucideIcon, ShieldCheck } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { Section } from './section.tsx'

/** In the demonstration: four things that show what the Hub does. */
export function TryFirst() {
  const { t } = useTranslation('home')
  return (
    <Section title={t('tryFirst.title')}>
      <ol className="grid gap-3 sm:grid-cols-2">
        <TryAsking icon={Activity} title={t('tryFirst.status')} question={t('tryFirst.statusQuestion')} />
        <TryAsking icon={KeyRound} title={t('tryFirst.reset')} question={t('tryFirst.resetQuestion')} />
        <Try
          icon={ShieldCheck}
          to="/safeguard"
          title={t('tryFirst.decide')}
          help={t('tryFirst.decideHelp')}
        />
        <TryAsking
          icon={BookOpen}
          title={t('tryFirst.procedure')}
          question={t('tryFirst.procedureQuestion')}
        />
      </ol>
    </Section>
  )
}

/** Opens WIBOT with the question written, not sent: sending stays the person's own act. */
function TryAsking({ question, ...props }: { icon: LucideIcon; title: string; question: string }) {
  const { t } = useTranslation('home')
  const to = `/wibot?${new URLSearchParams({ ask: question })}`
  return <Try {...props} to={to} help={t('tryFirst.quoted', { question })} />
}

function Try(props: { icon: LucideIcon; to: string; title: string; help: string }) {
  return (
    <li>
      <Link
        to={props.to}
        className="flex h-full flex-col gap-1 rounded-card border bg-surface p-3 transition-colors duration-120 hover:border-line-strong"
      >
        <span className="flex items-center gap-2 font-medium">
          <props.icon aria-hidden className="size-4 shrink-0 text-accent-ink" strokeWidth={1.75} />
          {props.title}
        </span>
        <span className="text-muted text-sm">{props.help}</span>
      </Link>
    </li>
  )
}
