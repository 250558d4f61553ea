import { type ChatMode, chatModes } from '@hub/contracts'
import { RadioGroup } from 'radix-ui'
import { useTranslation } from 'react-i18next'
import { Tooltip } from '../../../ui/tooltip.tsx'

const isMode = (value: string): value is ChatMode => chatModes.some((mode) => mode === value)

/** The four ways to answer, each with its limit in words. */
export function ModeChips({ mode, onChange }: { mode: ChatMode; onChange: (mode: ChatMode) => void }) {
  const { t } = useTranslation('wibot')
  return (
    <RadioGroup.Root
      aria-label={t('mode.title')}
      orientation="horizontal"
      value={mode}
      onValueChange={(value) => isMode(value) && onChange(value)}
      className="flex min-w-0 flex-wrap gap-0.5 self-end p-1.5 max-md:col-span-2 max-md:pt-0"
    >
      {chatModes.map((option) => (
        <Tooltip key={option} content={t(`mode.help.${option}`)}>
          <RadioGroup.Item
            value={option}
            className="group inline-flex h-7 items-center gap-1 rounded-full border border-transparent px-2 text-muted text-sm transition-colors duration-120 hover:bg-hover hover:text-ink aria-checked:border-accent/40 aria-checked:bg-accent-soft aria-checked:font-medium aria-checked:text-accent-ink max-md:h-11 max-md:px-2"
          >
            {t(`mode.${option}`)}
            <span className="tabular font-normal text-xs @max-2xl:hidden @max-2xl:group-aria-checked:inline">
              {t(`mode.limit.${option}`)}
            </span>
          </RadioGroup.Item>
        </Tooltip>
      ))}
    </RadioGroup.Root>
  )
}
