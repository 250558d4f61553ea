import { ChevronRight } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { cn } from '../../../ui/class-names.ts'
import type { FoundPlace } from './find-places.ts'
import type { PlanFieldsProps } from './span-fields.tsx'

interface PlaceRowProps extends Pick<PlanFieldsProps, 'draft' | 'change'> {
  place: FoundPlace
}

/** A site to be ticked, and its devices: those that were searched for, or all of them when it is opened. */
export function PlaceRow({ place, draft, change }: PlaceRowProps) {
  const { t } = useTranslation('workflows')
  const [isOpen, setOpen] = useState(false)
  const { site } = place
  const isChosen = draft.sites.includes(site.name)
  const devices = isOpen ? site.devices : place.devices
  return (
    <li>
      <div className="flex items-center gap-1 pr-2 hover:bg-hover">
        <Tick
          isTicked={isChosen}
          onTick={() => change({ sites: toggled(draft.sites, site.name) })}
          className="pl-3"
        >
          <span className="break-words">{site.name}</span>
          {site.client !== site.name && <span className="text-muted"> {site.client}</span>}
        </Tick>
        {site.devices.length > 0 && (
          <button
            type="button"
            aria-expanded={isOpen}
            onClick={() => setOpen(!isOpen)}
            className="ml-auto inline-flex min-h-8 shrink-0 items-center gap-1 rounded-control px-1.5 text-muted text-xs hover:text-ink max-md:min-h-11"
          >
            <span className="sr-only">{t('maintenance.form.devicesOf', { site: site.name })}</span>
            {t('maintenance.devices', { count: site.devices.length })}
            <ChevronRight
              aria-hidden
              className={cn('size-4 transition-transform duration-120', isOpen && 'rotate-90')}
              strokeWidth={1.75}
            />
          </button>
        )}
      </div>
      {devices.map((name) => (
        <Tick
          key={name}
          isTicked={isChosen || draft.devices.includes(name)}
          isFixed={isChosen}
          onTick={() => change({ devices: toggled(draft.devices, name) })}
          className="pl-9 hover:bg-hover"
        >
          <span className="break-all font-mono text-xs">{name}</span>
        </Tick>
      ))}
    </li>
  )
}

function Tick({
  isTicked,
  isFixed = false,
  onTick,
  className,
  children,
}: {
  isTicked: boolean
  /** Is in with its site. */
  isFixed?: boolean
  onTick: () => void
  className?: string
  children: ReactNode
}) {
  return (
    <label
      className={cn(
        'flex min-h-8 min-w-0 flex-1 cursor-pointer items-center gap-2 text-sm max-md:min-h-11',
        className,
      )}
    >
      <input
        type="checkbox"
        checked={isTicked}
        disabled={isFixed}
        onChange={onTick}
        className="size-4 shrink-0 accent-accent"
      />
      <span className="min-w-0">{children}</span>
    </label>
  )
}

function toggled(names: readonly string[], name: string): string[] {
  return names.includes(name) ? names.filter((one) => one !== name) : [...names, name]
}
