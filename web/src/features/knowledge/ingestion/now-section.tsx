import { hasAccreditation, type IngestRun, type IngestState } from '@hub/contracts'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { RefreshCw } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useMe } from '../../../lib/session.ts'
import { Refusal } from '../../../page/refusal.tsx'
import { Section } from '../../../page/section.tsx'
import { Button } from '../../../ui/button.tsx'
import { knowledgeKeys, startIngestion } from '../knowledge-api.ts'
import { Meter } from './meter.tsx'
import { RunLine } from './run-line.tsx'

/** The pass that runs, with its progress, else the last one, and the button that begins one. */
export function NowSection({ ingestion: { current, recent } }: { ingestion: IngestState }) {
  const { t } = useTranslation('knowledge')
  const { user } = useMe()
  const client = useQueryClient()
  const start = useMutation({
    mutationFn: startIngestion,
    onSettled: () => client.invalidateQueries({ queryKey: knowledgeKeys.all }),
  })
  const [last] = recent
  return (
    <Section
      title={t(current ? 'ingestion.now' : 'ingestion.last')}
      actions={
        hasAccreditation(user.accreditation, 'N2') && (
          <Button
            variant="primary"
            className="max-md:h-11"
            disabled={current !== null}
            busy={start.isPending}
            onClick={() => start.mutate()}
          >
            <RefreshCw aria-hidden />
            {t('ingestion.run')}
          </Button>
        )
      }
    >
      <Refusal error={start.error} />
      {current && <Progress run={current} />}
      {!current && last && <RunLine run={last} />}
      {!current && !last && (
        <p className="text-muted text-sm">
          {t('ingestion.never')}. {t('ingestion.neverHelp')}
        </p>
      )}
    </Section>
  )
}

function Progress({ run }: { run: IngestRun }) {
  const { t } = useTranslation('knowledge')
  const { filesTotal, filesDone, currentFile } = run
  const sentence =
    filesTotal === undefined
      ? t('ingestion.counting')
      : t('ingestion.progress', { done: filesDone, total: filesTotal })
  return (
    <div className="flex flex-col gap-1.5">
      <Meter label={t('ingestion.running')} done={filesDone} total={filesTotal ?? 0} sentence={sentence} />
      {currentFile && <code className="break-all text-muted text-xs">{currentFile}</code>}
    </div>
  )
}
