import { holdsSecret, type MarkKind, MarkPassageInput } from '@hub/contracts'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Flag } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { queryKeys } from '../lib/query-keys.ts'
import { Refusal } from '../page/refusal.tsx'
import { Button } from '../ui/button.tsx'
import { Dialog, DialogContent } from '../ui/dialog.tsx'
import { DialogActions } from '../ui/dialog-actions.tsx'
import { Field } from '../ui/field.tsx'
import { Textarea } from '../ui/input.tsx'
import { Segmented } from '../ui/segmented.tsx'
import { markPassage } from './mark-passage.ts'

/** Opens the form by which a person says that a passage is wrong or outdated. */
export function MarkButton({ chunkId, heading }: { chunkId: string; heading: string }) {
  const { t } = useTranslation('knowledge')
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <Button
        size="sm"
        variant="ghost"
        className="max-md:h-11"
        aria-label={`${t('mark.act')} : ${heading}`}
        onClick={() => setOpen(true)}
      >
        <Flag aria-hidden />
        {t('mark.act')}
      </Button>
      <Dialog open={isOpen} onOpenChange={setOpen}>
        <DialogContent title={t('mark.title')} description={t('mark.help')}>
          <MarkForm chunkId={chunkId} onDone={() => setOpen(false)} />
        </DialogContent>
      </Dialog>
    </>
  )
}

function MarkForm({ chunkId, onDone }: { chunkId: string; onDone: () => void }) {
  const { t } = useTranslation('knowledge')
  const client = useQueryClient()
  const [kind, setKind] = useState<MarkKind>('wrong')
  const [note, setNote] = useState('')
  const input = MarkPassageInput.safeParse({ kind, note })
  const mark = useMutation({
    mutationFn: (sent: MarkPassageInput) => markPassage(chunkId, sent),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: queryKeys.knowledge })
      onDone()
    },
  })
  return (
    <form
      className="scroll-pane flex flex-col gap-4 p-4"
      onSubmit={(event) => {
        event.preventDefault()
        if (input.success) mark.mutate(input.data)
      }}
    >
      <Segmented<MarkKind>
        label={t('mark.kind')}
        value={kind}
        onChange={setKind}
        options={[
          { value: 'wrong', label: t('mark.kindWrong') },
          { value: 'outdated', label: t('mark.kindOutdated') },
        ]}
        className="max-md:flex md:self-start"
      />
      <Field label={t('mark.note')} hint={t('mark.noteHint')} error={holdsSecret(note) && t('mark.secret')}>
        <Textarea value={note} maxLength={500} onChange={(event) => setNote(event.target.value)} />
      </Field>
      <Refusal error={mark.error} />
      <DialogActions back={t('mark.cancel')}>
        <Button
          type="submit"
          variant="primary"
          className="max-md:h-11"
          disabled={!input.success}
          busy={mark.isPending}
        >
          {t('mark.submit')}
        </Button>
      </DialogActions>
    </form>
  )
}
