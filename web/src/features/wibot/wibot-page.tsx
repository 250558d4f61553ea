import { hasAccreditation } from '@hub/contracts'
import { PanelLeft } from 'lucide-react'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate, useParams } from 'react-router'
import { useMe } from '../../lib/session.ts'
import { useMedia } from '../../lib/use-media.ts'
import { PageBar } from '../../page/page-bar.tsx'
import { Dialog, DialogContent } from '../../ui/dialog.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import { SidePanel } from '../../ui/side-panel.tsx'
import { DocumentPanel } from './citations/document-panel.tsx'
import { useOpenSource } from './citations/use-open-source.ts'
import { addDraftText, claimDrafts } from './composer/drafts.ts'
import { QueueRunners } from './composer/queue-runner.tsx'
import { useAskedText } from './composer/use-asked-text.ts'
import { ContextSide, ContextToggle } from './context/context-side.tsx'
import { useAskedTicket } from './context/use-asked-ticket.ts'
import { useBinding } from './context/use-binding.ts'
import { ConversationView } from './conversation-view.tsx'
import { ConversationPane } from './conversations/conversation-pane.tsx'
import { ExportMenu } from './export/export-menu.tsx'
import { forgetAllAnswers, newConversation, useLiveAnswers } from './stream/live-answers.ts'
import { useConversation } from './use-conversation.ts'

/** WIBOT: the conversations at the left, the one that is open, and the document of a citation at the right. */
export function WibotPage() {
  const { t } = useTranslation('wibot')
  const { user } = useMe()
  useState(() => claimDrafts(user.id) && forgetAllAnswers())
  const conversationId = useParams().conversationId ?? null
  useGoToStarted(conversationId)
  useAskedText()
  const askedTicket = useAskedTicket()
  const input = useRef<HTMLTextAreaElement>(null)
  const side = useSide(conversationId)
  const state = useConversation(conversationId)
  const title = state.conversation.data?.title ?? t(conversationId ? 'title' : 'newTitle')
  return (
    <div className="flex h-full min-h-0">
      <ConversationSide currentId={conversationId} title={title}>
        {side.binding && <ContextToggle isOpen={side.isOpen} onToggle={side.toggle} />}
      </ConversationSide>
      <ConversationView
        conversationId={conversationId}
        state={state}
        input={input}
        askedTicket={askedTicket}
      />
      <DocumentSide state={state} />
      {side.binding && side.isOpen && (
        <ContextSide
          binding={side.binding}
          isWide={side.isWide}
          onClose={side.toggle}
          onAsk={(question) => {
            addDraftText(conversationId ?? newConversation, question)
            if (!side.isWide) side.toggle()
            // A drawer gives the focus back to what opened it before it can be had.
            requestAnimationFrame(() => input.current?.focus())
          }}
        />
      )}
      <QueueRunners userId={user.id} />
    </div>
  )
}

/** The context of a bound conversation: beside it where there is room, until it is closed or a document is open. */
function useSide(conversationId: string | null) {
  const { user } = useMe()
  const { binding: about } = useBinding(conversationId)
  // Below N1 no tool may be used, so that nothing of it could be read.
  const binding = hasAccreditation(user.accreditation, 'N1') ? about : null
  const isWide = useMedia('(min-width: 1200px)')
  const { opened } = useOpenSource()
  const [isWanted, setIsWanted] = useState<boolean | null>(null)
  const isOpen = (isWanted ?? isWide) && opened === null
  return { binding, isWide, isOpen, toggle: () => setIsWanted(!isOpen) }
}

/** Once the first answer of a new conversation has started, its address is the one of the conversation. */
function useGoToStarted(conversationId: string | null): void {
  const navigate = useNavigate()
  const started = useLiveAnswers((answers) => answers.started)
  useEffect(() => {
    if (started === null) return
    useLiveAnswers.setState({ started: null })
    if (conversationId === null) void navigate(`/wibot/${started}`, { replace: true })
  }, [started, conversationId, navigate])
}

interface ConversationSideProps {
  currentId: string | null
  title: string
  /** Controls in the top bar. */
  children: ReactNode
}

function ConversationSide({ currentId, title, children }: ConversationSideProps) {
  const { t } = useTranslation('wibot')
  const isWide = useMedia('(min-width: 900px)')
  const [isOpen, setIsOpen] = useState(false)
  if (isWide)
    return (
      <>
        <PageBar title={title}>
          {currentId && <ExportMenu conversationId={currentId} />}
          {children}
        </PageBar>
        <aside aria-label={t('list.title')} className="w-[264px] shrink-0 border-r bg-canvas">
          <ConversationPane currentId={currentId} onChosen={() => undefined} />
        </aside>
      </>
    )
  return (
    <>
      <PageBar title={title}>
        <IconButton
          icon={PanelLeft}
          label={t('list.open')}
          onClick={() => setIsOpen(true)}
          className="-order-1 -ml-2"
        />
        {currentId && <ExportMenu conversationId={currentId} />}
        {children}
      </PageBar>
      <Dialog open={isOpen} onOpenChange={setIsOpen}>
        <DialogContent
          title={t('list.title')}
          className="top-0 left-0 h-dvh max-h-dvh w-[min(340px,88vw)] translate-x-0 rounded-none border-0 border-r"
        >
          <ConversationPane currentId={currentId} onChosen={() => setIsOpen(false)} />
        </DialogContent>
      </Dialog>
    </>
  )
}

function DocumentSide({ state }: { state: ReturnType<typeof useConversation> }) {
  const { t } = useTranslation('wibot')
  const isWide = useMedia('(min-width: 1200px)')
  const { opened, open } = useOpenSource()
  if (!opened) return null
  const sources = state.entries.flatMap(({ message }) => message.sources)
  const source = sources.findLast(({ chunkId }) => chunkId === opened.chunkId)
  return (
    <SidePanel
      label={t('source.panel')}
      title={source?.title ?? t('source.panel')}
      isWide={isWide}
      width={{ column: 'w-[clamp(340px,30vw,440px)]', drawer: 'w-[min(520px,100vw)]' }}
      onClose={() => open(null)}
    >
      {(close) => <DocumentPanel opened={opened} source={source} {...close} />}
    </SidePanel>
  )
}
