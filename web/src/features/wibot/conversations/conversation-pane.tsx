import { Archive, ArrowLeft, Search, SquarePen } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { Button } from '../../../ui/button.tsx'
import { Input } from '../../../ui/input.tsx'
import { ConversationList } from './conversation-list.tsx'
import { RemovalNotice } from './removal-notice.tsx'
import { SearchResults } from './search-results.tsx'
import { useSettled } from './use-settled.ts'

export interface ConversationPaneProps {
  currentId: string | null
  /** Called when a conversation is chosen or begun, to close the sheet of a phone. */
  onChosen: () => void
}

const pauseMs = 250
/** The shortest search of the Hub, in characters. */
const shortest = 2

/** The conversations of the reader: begin one, search titles and messages, the groups by time, the archive. */
export function ConversationPane({ currentId, onChosen }: ConversationPaneProps) {
  const { t } = useTranslation('wibot')
  const [typed, setTyped] = useState('')
  const [isArchive, setIsArchive] = useState(false)
  const query = useSettled(typed.trim(), pauseMs)
  const isSearch = typed.trim().length >= shortest && query.length >= shortest
  return (
    <div className="flex h-full min-h-0 flex-col">
      <div className="flex flex-col gap-2 p-3">
        <Button asChild className="w-full max-md:h-11">
          <Link to="/wibot" onClick={onChosen}>
            <SquarePen aria-hidden strokeWidth={1.75} />
            {t('list.new')}
          </Link>
        </Button>
        <SearchField value={typed} onChange={setTyped} />
      </div>
      {isSearch ? (
        <SearchResults query={query} currentId={currentId} onChosen={onChosen} />
      ) : (
        <ConversationList currentId={currentId} onChosen={onChosen} isArchive={isArchive} />
      )}
      <RemovalNotice />
      {!isSearch && (
        <div className="border-t p-2">
          <Button
            variant="ghost"
            onClick={() => setIsArchive(!isArchive)}
            className="w-full justify-start max-md:h-11"
          >
            {isArchive ? <ArrowLeft aria-hidden /> : <Archive aria-hidden strokeWidth={1.75} />}
            {t(isArchive ? 'list.leaveArchive' : 'list.openArchive')}
          </Button>
        </div>
      )}
    </div>
  )
}

function SearchField({ value, onChange }: { value: string; onChange: (value: string) => void }) {
  const { t } = useTranslation('wibot')
  return (
    <div className="relative">
      <Search
        aria-hidden
        className="-translate-y-1/2 pointer-events-none absolute top-1/2 left-2 size-4 text-faint"
        strokeWidth={1.75}
      />
      <Input
        type="search"
        value={value}
        maxLength={200}
        onChange={(event) => onChange(event.target.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Escape' || value === '') return
          event.preventDefault()
          event.stopPropagation()
          onChange('')
        }}
        aria-label={t('list.search')}
        placeholder={t('list.search')}
        className="pl-8"
      />
    </div>
  )
}
