import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Command } from 'cmdk'
import { Languages, type LucideIcon, MessageSquare, Moon, Plus, Shield, Sun } from 'lucide-react'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { byUrgency } from '../approvals/by-urgency.ts'
import { useToDecide } from '../approvals/use-to-decide.ts'
import { useLocale, useText } from '../i18n/use-locale.ts'
import { recentConversationsQuery } from '../lib/conversations.ts'
import { useMe } from '../lib/session.ts'
import { setTheme } from '../stores/preferences.ts'
import { changeLocale } from './change-locale.ts'
import { pagesOf } from './palette-pages.ts'
import { closePalette } from './palette-store.ts'

interface ItemProps {
  icon: LucideIcon
  value: string
  onSelect: () => void
  children: ReactNode
}

function Item({ icon: Icon, value, onSelect, children }: ItemProps) {
  return (
    <Command.Item
      value={value}
      onSelect={() => {
        closePalette()
        onSelect()
      }}
      className="flex h-9 items-center gap-3 rounded-control px-2 text-sm data-[selected=true]:bg-selected max-md:h-11"
    >
      <Icon aria-hidden className="size-4 shrink-0 text-muted" strokeWidth={1.75} />
      <span className="min-w-0 flex-1 truncate">{children}</span>
    </Command.Item>
  )
}

const groupClass =
  'p-1 [&_[cmdk-group-heading]]:px-2 [&_[cmdk-group-heading]]:py-1 [&_[cmdk-group-heading]]:text-faint [&_[cmdk-group-heading]]:text-xs'

/** What Ctrl+K offers: places, requests to decide, recent conversations, commands. */
export default function PaletteContent() {
  const { t } = useTranslation('frame')
  const [query, setQuery] = useState('')
  const input = useRef<HTMLInputElement>(null)
  useEffect(() => input.current?.focus(), [])
  return (
    <Command label={t('searchHint')} loop className="flex min-h-0 flex-col">
      <Command.Input
        ref={input}
        value={query}
        onValueChange={setQuery}
        placeholder={t('palette.placeholder')}
        className="h-12 shrink-0 rounded-t-card border-b bg-transparent px-4 text-md outline-none placeholder:text-faint"
      />
      <Command.List className="scroll-pane min-h-0 flex-1 p-1">
        <Command.Empty className="p-4 text-muted text-sm">{t('palette.empty', { query })}</Command.Empty>
        <Approvals />
        <Places />
        <Conversations />
        <Commands />
      </Command.List>
    </Command>
  )
}

function Places() {
  const { t } = useTranslation('frame')
  const { user } = useMe()
  const go = useNavigate()
  return (
    <Command.Group heading={t('palette.pages')} className={groupClass}>
      {pagesOf(user.accreditation).map(({ to, icon, name }) => {
        const label = typeof name === 'string' ? t(name) : name.product
        return (
          <Item key={to} icon={icon} value={label} onSelect={() => go(to)}>
            {label}
          </Item>
        )
      })}
    </Command.Group>
  )
}

function Approvals() {
  const { t } = useTranslation('frame')
  const text = useText()
  const go = useNavigate()
  const approvals = useToDecide().toSorted(byUrgency(new Date()))
  if (approvals.length === 0) return null
  return (
    <Command.Group heading={t('palette.approvals')} className={groupClass}>
      {approvals.slice(0, 5).map((approval) => (
        <Item
          key={approval.approvalId}
          icon={Shield}
          value={`${text(approval.sentence)} ${approval.context.clientName ?? ''} ${approval.approvalId}`}
          onSelect={() => go(`/safeguard/${approval.approvalId}`)}
        >
          {text(approval.sentence)}
          <span className="ml-2 text-muted">{approval.context.clientName}</span>
        </Item>
      ))}
    </Command.Group>
  )
}

function Conversations() {
  const { t } = useTranslation('frame')
  const go = useNavigate()
  const { data } = useQuery(recentConversationsQuery)
  if (!data || data.items.length === 0) return null
  return (
    <Command.Group heading={t('palette.conversations')} className={groupClass}>
      {data.items.map(({ id, title }) => (
        <Item key={id} icon={MessageSquare} value={`${title} ${id}`} onSelect={() => go(`/wibot/${id}`)}>
          {title}
        </Item>
      ))}
    </Command.Group>
  )
}

function Commands() {
  const { t } = useTranslation('frame')
  const go = useNavigate()
  const client = useQueryClient()
  const other = useLocale() === 'fr' ? 'en' : 'fr'
  return (
    <Command.Group heading={t('palette.commands')} className={groupClass}>
      <Item icon={Plus} value={t('palette.newConversation')} onSelect={() => go('/wibot')}>
        {t('palette.newConversation')}
      </Item>
      <Item
        icon={Sun}
        value={t('palette.themeCommand', { theme: t('theme.light') })}
        onSelect={() => setTheme('light')}
      >
        {t('palette.themeCommand', { theme: t('theme.light') })}
      </Item>
      <Item
        icon={Moon}
        value={t('palette.themeCommand', { theme: t('theme.dark') })}
        onSelect={() => setTheme('dark')}
      >
        {t('palette.themeCommand', { theme: t('theme.dark') })}
      </Item>
      <Item
        icon={Languages}
        value={t('palette.languageCommand')}
        onSelect={() => changeLocale(other, client)}
      >
        {t('palette.languageCommand')}
      </Item>
    </Command.Group>
  )
}
