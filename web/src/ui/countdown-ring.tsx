import { cn } from './class-names.ts'
import { type Tone, toneClass } from './tone.ts'

const radius = 6
const length = 2 * Math.PI * radius

/** What is left of a delay as a ring, `share` from 1 to 0; the text beside it says how long. */
export function CountdownRing({ share, tone, className }: { share: number; tone: Tone; className?: string }) {
  const left = Math.min(1, Math.max(0, share))
  return (
    <svg
      aria-hidden
      viewBox="0 0 16 16"
      className={cn('-rotate-90 size-4 shrink-0', toneClass[tone].ink, className)}
    >
      <circle cx="8" cy="8" r={radius} fill="none" stroke="var(--line)" strokeWidth="2.5" />
      <circle
        cx="8"
        cy="8"
        r={radius}
        fill="none"
        stroke="currentColor"
        strokeWidth="2.5"
        strokeDasharray={`${left * length} ${length}`}
      />
    </svg>
  )
}
