import type { ReactNode } from 'react'

/** A wide table scrolls in its own box; the keyboard can reach it to scroll. */
export function ScrollBox({ label, children }: { label: string; children: ReactNode }) {
  const reachable = { tabIndex: 0, role: 'group', 'aria-label': label } as const
  return (
    <div {...reachable} className="w-full overflow-x-auto rounded-control">
      {children}
    </div>
  )
}
