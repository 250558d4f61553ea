import { type ReactNode, useId } from 'react'

/** A titled part of the home page, with an optional link at the right of its title. */
export function Section({
  title,
  aside,
  children,
}: {
  title: ReactNode
  aside?: ReactNode
  children: ReactNode
}) {
  const id = useId()
  return (
    <section aria-labelledby={id} className="flex min-w-0 flex-col gap-2">
      <div className="flex min-h-6 items-center justify-between gap-3">
        <h2 id={id} className="font-semibold text-sm">
          {title}
        </h2>
        <div className="text-muted text-sm">{aside}</div>
      </div>
      {children}
    </section>
  )
}

export const listClass = 'divide-y overflow-hidden rounded-card border bg-surface'
export const quietLink =
  'relative rounded-control text-accent-ink after:absolute after:-inset-x-2 after:-inset-y-3 hover:underline'
