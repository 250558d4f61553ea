import type { Conversation } from '@hub/contracts'
import { Archive, ArchiveRestore, Ellipsis, Pencil, Pin, PinOff, Trash2 } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { cn } from '../../../ui/class-names.ts'
import { Menu, MenuContent, MenuItem, MenuSeparator, MenuTrigger } from '../../../ui/menu.tsx'

export interface ConversationMenuProps {
  conversation: Conversation
  onRename: () => void
  onPin: () => void
  onArchive: () => void
  onDelete: () => void
  className?: string
}

/** What can be done with a conversation: rename, pin, archive, delete. */
export function ConversationMenu(props: ConversationMenuProps) {
  const { conversation, className } = props
  const { t } = useTranslation('wibot')
  const PinIcon = conversation.pinned ? PinOff : Pin
  const ArchiveIcon = conversation.archived ? ArchiveRestore : Archive
  return (
    <Menu>
      <MenuTrigger
        aria-label={t('list.actions', { title: conversation.title })}
        className={cn(
          'inline-flex items-center justify-center rounded-control text-muted hover:bg-hover hover:text-ink',
          className,
        )}
      >
        <Ellipsis aria-hidden className="size-4" strokeWidth={1.75} />
      </MenuTrigger>
      <MenuContent align="end">
        <MenuItem onSelect={props.onRename}>
          <Pencil aria-hidden /> {t('list.rename')}
        </MenuItem>
        <MenuItem onSelect={props.onPin}>
          <PinIcon aria-hidden /> {t(conversation.pinned ? 'list.unpin' : 'list.pin')}
        </MenuItem>
        <MenuItem onSelect={props.onArchive}>
          <ArchiveIcon aria-hidden /> {t(conversation.archived ? 'list.unarchive' : 'list.archive')}
        </MenuItem>
        <MenuSeparator />
        <MenuItem onSelect={props.onDelete} className="text-danger [&_svg]:text-danger">
          <Trash2 aria-hidden /> {t('list.delete')}
        </MenuItem>
      </MenuContent>
    </Menu>
  )
}
