import type { ConversationExport } from '@hub/contracts'
import { useMutation } from '@tanstack/react-query'
import { Braces, Download, FileText, Printer } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { errorSentence } from '../../../lib/error-sentence.ts'
import { Menu, MenuContent, MenuItem, MenuTrigger } from '../../../ui/menu.tsx'
import { readExport, saveExport } from './exports.ts'
import { PrintSheet } from './print-sheet.tsx'

/** The conversation as a file, or on paper (and so as a PDF) by the browser. */
export function ExportMenu({ conversationId }: { conversationId: string }) {
  const { t } = useTranslation('wibot')
  const { t: tUi } = useTranslation('ui')
  const [printed, setPrinted] = useState<ConversationExport | null>(null)
  const save = useMutation({
    mutationFn: async (format: 'markdown' | 'json' | 'print') => {
      if (format === 'print') setPrinted(await readExport(conversationId))
      else await saveExport(conversationId, format)
    },
  })
  return (
    <>
      <Menu>
        <MenuTrigger
          aria-label={t('export.title')}
          aria-busy={save.isPending}
          className="inline-flex size-8 items-center justify-center rounded-control text-muted hover:bg-hover hover:text-ink max-md:size-11"
        >
          <Download aria-hidden className="size-4" strokeWidth={1.75} />
        </MenuTrigger>
        <MenuContent container={document.getElementById('content')}>
          <MenuItem onSelect={() => save.mutate('markdown')}>
            <FileText aria-hidden /> {t('export.markdown')}
          </MenuItem>
          <MenuItem onSelect={() => save.mutate('json')}>
            <Braces aria-hidden /> {t('export.json')}
          </MenuItem>
          <MenuItem onSelect={() => save.mutate('print')}>
            <Printer aria-hidden /> {t('export.print')}
          </MenuItem>
        </MenuContent>
      </Menu>
      {save.error && (
        <span role="alert" className="max-w-60 truncate text-danger text-xs">
          {t('export.failed', { why: errorSentence(save.error, tUi) })}
        </span>
      )}
      {printed && <PrintSheet exported={printed} onDone={() => setPrinted(null)} />}
    </>
  )
}
