import { BookOpen, CornerDownLeft, Eye, type LucideIcon, ShieldCheck } from 'lucide-react'
import { useTranslation } from 'react-i18next'

const abilities = [
  { key: 'read', icon: Eye, className: 'text-info' },
  { key: 'find', icon: BookOpen, className: 'text-accent-ink' },
  { key: 'ask', icon: ShieldCheck, className: 'text-warning' },
] as const satisfies { key: string; icon: LucideIcon; className: string }[]

const examples = ['switch', 'reset', 'procedure', 'ticket'] as const

/** A conversation that has not begun: what WIBOT can do, and questions that fill the composer. */
export function EmptyConversation({ onPick }: { onPick: (text: string) => void }) {
  const { t } = useTranslation('wibot')
  return (
    <div className="scroll-pane min-h-0 flex-1">
      <div className="mx-auto flex min-h-full max-w-[760px] flex-col justify-end gap-8 px-4 py-8 max-md:gap-6 max-md:px-3 max-md:py-4">
        <div className="flex flex-col gap-4">
          <div className="flex flex-col gap-1">
            <h2 className="font-semibold text-lg">{t('empty.title')}</h2>
            <p className="text-muted">{t('empty.lead')}</p>
          </div>
          <ul className="flex flex-col gap-2">
            {abilities.map(({ key, icon: Icon, className }) => (
              <li key={key} className="flex gap-3">
                <Icon aria-hidden className={`mt-0.5 size-4 shrink-0 ${className}`} strokeWidth={1.75} />
                {t(`empty.can.${key}`)}
              </li>
            ))}
          </ul>
        </div>
        <div className="flex flex-col gap-1">
          <h3 className="font-medium text-muted text-xs">{t('empty.examples')}</h3>
          <ul className="flex flex-col divide-y border-y">
            {examples.map((key) => (
              <li key={key}>
                <button
                  type="button"
                  onClick={() => onPick(t(`empty.${key}`))}
                  className="group flex min-h-10 w-full items-center gap-3 px-1 py-2 text-left hover:bg-hover focus-visible:-outline-offset-2 max-md:min-h-11"
                >
                  <span className="flex-1">{t(`empty.${key}`)}</span>
                  <CornerDownLeft
                    aria-hidden
                    className="size-4 shrink-0 text-faint group-hover:text-ink group-focus-visible:text-ink"
                    strokeWidth={1.75}
                  />
                </button>
              </li>
            ))}
          </ul>
        </div>
      </div>
    </div>
  )
}
