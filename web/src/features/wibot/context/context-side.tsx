import type { ConversationBinding } from '@hub/contracts'
import { PanelRight } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { IconButton } from '../../../ui/icon-button.tsx'
import { SidePanel } from '../../../ui/side-panel.tsx'
import { ContextPanel } from './context-panel.tsx'

interface ContextSideProps {
  binding: ConversationBinding
  isWide: boolean
  onAsk: (question: string) => void
  onClose: () => void
}

/** The context beside a bound conversation: a column, or a drawer where there is no room for one. */
export function ContextSide({ binding, isWide, onAsk, onClose }: ContextSideProps) {
  const { t } = useTranslation('wibot')
  return (
    <SidePanel
      label={t('context.panel')}
      title={binding.label}
      isWide={isWide}
      width={{ column: 'w-[clamp(300px,25vw,360px)]', drawer: 'w-[min(420px,100vw)]' }}
      onClose={onClose}
    >
      {(close) => <ContextPanel binding={binding} onAsk={onAsk} {...close} />}
    </SidePanel>
  )
}

/** Opens the context of a bound conversation, and closes it. */
export function ContextToggle({ isOpen, onToggle }: { isOpen: boolean; onToggle: () => void }) {
  const { t } = useTranslation('wibot')
  return (
    <IconButton
      icon={PanelRight}
      label={t(isOpen ? 'context.close' : 'context.open')}
      aria-expanded={isOpen}
      onClick={onToggle}
    />
  )
}
