import { Download, TriangleAlert } from 'lucide-react'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { saveTextFile } from '../../../lib/save-text-file.ts'
import { Button } from '../../../ui/button.tsx'
import { CopyButton } from '../../../ui/copy-button.tsx'

/** The recovery codes, once: copy, download, and go on only after saying that they are kept. */
export function RecoveryCodeList({ codes, onKept }: { codes: readonly string[]; onKept: () => void }) {
  const { t } = useTranslation('profile')
  const [isKept, setKept] = useState(false)
  const id = useId()
  const text = `${t('codes.fileHeading')}\n${codes.join('\n')}\n`
  return (
    <section aria-label={t('codes.title')} className="flex flex-col gap-4">
      <div className="flex flex-col gap-1">
        <h3 className="font-medium">{t('codes.title')}</h3>
        <p className="flex gap-2 rounded-control bg-warning-soft px-3 py-2 text-sm text-warning">
          <TriangleAlert aria-hidden className="mt-0.5 size-4 shrink-0" strokeWidth={1.75} />
          {t('codes.once')}
        </p>
      </div>
      <ol className="grid max-w-md grid-cols-2 gap-x-6 gap-y-1 font-mono text-sm tabular">
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ol>
      <div className="flex flex-wrap items-center gap-2">
        <CopyButton value={codes.join('\n')} label={t('codes.copy')} className="border" />
        <Button className="max-md:h-11" onClick={() => saveTextFile(t('codes.fileName'), text)}>
          <Download aria-hidden />
          {t('codes.download')}
        </Button>
      </div>
      <div className="flex flex-col items-start gap-3 border-t pt-4">
        <label htmlFor={id} className="flex min-h-6 items-center gap-2 text-sm max-md:min-h-11">
          <input
            id={id}
            type="checkbox"
            checked={isKept}
            onChange={(event) => setKept(event.target.checked)}
            className="size-4 accent-accent"
          />
          {t('codes.kept')}
        </label>
        <Button variant="primary" className="max-md:h-11" disabled={!isKept} onClick={onKept}>
          {t('codes.done')}
        </Button>
      </div>
    </section>
  )
}
