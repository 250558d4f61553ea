import { useTranslation } from 'react-i18next'
import { Dialog, DialogContent } from '../../ui/dialog.tsx'
import { Kbd } from '../../ui/kbd.tsx'

const shortcuts = [
  { keys: ['j'], name: 'next' },
  { keys: ['k'], name: 'previous' },
  { keys: ['a'], name: 'approve' },
  { keys: ['r'], name: 'reject' },
  { keys: ['d'], name: 'defer' },
  { keys: ['x'], name: 'select' },
  { keys: ['Ctrl', 'K'], name: 'palette' },
  { keys: ['?'], name: 'help' },
] as const

/** The keys of SAFEGUARD. */
export function ShortcutsDialog(props: { isOpen: boolean; onOpenChange: (isOpen: boolean) => void }) {
  const { t } = useTranslation('safeguard')
  return (
    <Dialog open={props.isOpen} onOpenChange={props.onOpenChange}>
      <DialogContent title={t('shortcuts.title')} className="w-[min(440px,calc(100vw-24px))]">
        <dl className="flex flex-col gap-2 p-4 text-sm">
          {shortcuts.map(({ keys, name }) => (
            <div key={name} className="flex items-center justify-between gap-4">
              <dt>{t(`shortcuts.${name}`)}</dt>
              <dd className="flex gap-1">
                {keys.map((key) => (
                  <Kbd key={key}>{key}</Kbd>
                ))}
              </dd>
            </div>
          ))}
        </dl>
      </DialogContent>
    </Dialog>
  )
}
