import { RotateCcw } from 'lucide-react'
import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { NativeSelect } from '../../../calls/native-select.tsx'
import { Button } from '../../../ui/button.tsx'
import { Field } from '../../../ui/field.tsx'
import { Textarea } from '../../../ui/input.tsx'
import { ProblemList } from './problem-list.tsx'
import { lineRange, type TextProblem } from './read-problems.ts'

const periods = [7, 30, 90, 365]

interface DryRunFormProps {
  text: string
  days: number
  problems: TextProblem[]
  isChanged: boolean
  isBusy: boolean
  onText: (text: string) => void
  onDays: (days: number) => void
  onReset: () => void
  onSubmit: () => void
}

/** The text of the policy to try; what is wrong stands beside it, and leads to its line. */
export function DryRunForm({ text, days, problems, isChanged, isBusy, ...on }: DryRunFormProps) {
  const { t } = useTranslation('policy')
  const editor = useRef<HTMLTextAreaElement>(null)
  const goTo = (line: number) => {
    const { start, end } = lineRange(text, line)
    editor.current?.focus()
    editor.current?.setSelectionRange(start, end)
  }
  return (
    <form
      className="flex flex-col gap-3"
      onSubmit={(event) => {
        event.preventDefault()
        on.onSubmit()
      }}
    >
      <div className="grid items-start gap-4 lg:grid-cols-[minmax(0,1fr)_300px]">
        <Field
          label={t('dryRun.text')}
          hint={t('dryRun.textHint')}
          error={problems.length > 0 && t('dryRun.wrong', { count: problems.length })}
        >
          <Textarea
            ref={editor}
            value={text}
            rows={18}
            maxLength={100_000}
            spellCheck={false}
            autoCapitalize="none"
            onChange={(event) => on.onText(event.target.value)}
            className="font-mono text-sm leading-5"
          />
        </Field>
        <ProblemList problems={problems} onOpen={goTo} />
      </div>
      <div className="flex flex-wrap items-end gap-3">
        <Field label={t('dryRun.days')}>
          <NativeSelect value={days} onChange={(chosen) => on.onDays(Number(chosen))} className="w-44">
            {periods.map((period) => (
              <option key={period} value={period}>
                {t('dryRun.lastDays', { count: period })}
              </option>
            ))}
          </NativeSelect>
        </Field>
        <Button type="submit" variant="primary" className="max-md:h-11" busy={isBusy}>
          {t('dryRun.submit')}
        </Button>
        {isChanged && (
          <Button variant="ghost" className="max-md:h-11" onClick={on.onReset}>
            <RotateCcw aria-hidden />
            {t('dryRun.reset')}
          </Button>
        )}
      </div>
    </form>
  )
}
