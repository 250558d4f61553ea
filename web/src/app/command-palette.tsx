import { lazy, Suspense, useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { Dialog, DialogContent } from '../ui/dialog.tsx'
import { closePalette, openPalette, usePalette } from './palette-store.ts'

const PaletteContent = lazy(() =>
  import('./palette-content.tsx').catch((error: unknown) => {
    console.warn('The palette did not load.', error)
    return { default: PaletteUnavailable }
  }),
)

/** Ctrl+K: search and commands. Its content loads the first time it opens. */
export function CommandPalette() {
  const { t } = useTranslation('frame')
  const isOpen = usePalette((palette) => palette.isOpen)
  useEffect(() => {
    const listener = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== 'k' || !(event.ctrlKey || event.metaKey)) return
      event.preventDefault()
      if (usePalette.getState().isOpen) closePalette()
      else openPalette()
    }
    document.addEventListener('keydown', listener)
    return () => document.removeEventListener('keydown', listener)
  }, [])
  return (
    <Dialog open={isOpen} onOpenChange={(open) => (open ? openPalette() : closePalette())}>
      <DialogContent title={t('searchHint')} hideTitle className="w-[min(600px,calc(100vw-24px))]">
        <Suspense fallback={<div className="h-72" />}>
          <PaletteContent />
        </Suspense>
      </DialogContent>
    </Dialog>
  )
}

/** In place of a palette that could not load: the page around it goes on. */
function PaletteUnavailable() {
  const { t } = useTranslation('frame')
  return (
    <p role="alert" className="p-4 text-muted text-sm">
      {t('pageFailedHelp')}
    </p>
  )
}
