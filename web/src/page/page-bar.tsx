import { createContext, type ReactNode, useContext } from 'react'
import { createPortal } from 'react-dom'
import { useToDecide } from '../approvals/use-to-decide.ts'
import { useDocumentTitle } from '../lib/use-document-title.ts'

/** Where the top bar keeps room for the page. */
export const PageBarSlot = createContext<HTMLElement | null>(null)

/** Title and controls of a page, shown in the top bar; also the title of the browser tab. */
export function PageBar({ title, children }: { title: string; children?: ReactNode }) {
  const slot = useContext(PageBarSlot)
  useDocumentTitle(title, useToDecide().length)
  if (!slot) return null
  return createPortal(
    <>
      <h1 className="min-w-0 truncate font-semibold text-base">{title}</h1>
      {children}
    </>,
    slot,
  )
}
