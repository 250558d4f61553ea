interface MeterProps {
  label: string
  done: number
  total: number
  /** The same in words. */
  sentence: string
}

/** How far something has come, as a bar and in words. */
export function Meter({ label, done, total, sentence }: MeterProps) {
  const percent = total === 0 ? 0 : Math.min(100, (done / total) * 100)
  return (
    <div className="flex flex-col gap-1 text-sm">
      <span className="tabular">{sentence}</span>
      <span
        role="progressbar"
        aria-label={label}
        aria-valuenow={Math.round(percent)}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuetext={sentence}
        className="h-1.5 max-w-md overflow-hidden rounded-full bg-off-soft"
      >
        <span className="block h-full rounded-full bg-accent" style={{ width: `${percent}%` }} />
      </span>
    </div>
  )
}
