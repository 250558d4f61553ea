import { NavLink } from 'react-router'
import { cn } from '../ui/class-names.ts'

/** Views of one page, each with an address of its own. */
export function LinkTabs({ label, tabs }: { label: string; tabs: readonly { to: string; label: string }[] }) {
  return (
    <nav aria-label={label} className="flex flex-wrap gap-x-5 border-b">
      {tabs.map((tab) => (
        <NavLink
          key={tab.to}
          to={tab.to}
          end
          className={({ isActive }) =>
            cn(
              '-mb-px inline-flex h-9 items-center border-transparent border-b-2 text-muted text-sm hover:text-ink max-md:h-11',
              isActive && 'border-accent font-medium text-ink',
            )
          }
        >
          {tab.label}
        </NavLink>
      ))}
    </nav>
  )
}
