import { useTranslation } from 'react-i18next'
import { Button } from '../../ui/button.tsx'
import { type AwayPreset, awayPresets } from './away-presets.ts'

/** The ready periods, as buttons that fill in the dates. */
export function PresetButtons({ onChoose }: { onChoose: (preset: AwayPreset) => void }) {
  const { t } = useTranslation('delegations')
  return (
    <fieldset aria-label={t('presets.label')} className="flex flex-wrap gap-2">
      {awayPresets.map((preset) => (
        <Button key={preset} size="sm" className="max-md:h-11" onClick={() => onChoose(preset)}>
          {t(`presets.${preset}`)}
        </Button>
      ))}
    </fieldset>
  )
}
