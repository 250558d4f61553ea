import { CornerDownLeft } from 'lucide-react'
import type { ReactNode } from 'react'

interface AskRowProps {
  /** The question that pressing it writes in the composer. */
  question: string
  children: ReactNode
  onAsk: (question: string) => void
}

/** A line of the context; pressing it writes a question about it, which stays to be sent. */
export function AskRow({ question, children, onAsk }: AskRowProps) {
  return (
    <li>
      <button
        type="button"
        title={question}
        onClick={() => onAsk(question)}
        className="group -mx-2 flex min-h-9 w-[calc(100%+16px)] items-center gap-2 rounded-control px-2 py-1.5 text-left text-sm hover:bg-hover max-md:min-h-11"
      >
        {children}
        <CornerDownLeft
          aria-hidden
          className="size-3.5 shrink-0 text-faint group-hover:text-ink group-focus-visible:text-ink"
          strokeWidth={1.75}
        />
      </button>
    </li>
  )
}
