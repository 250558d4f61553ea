export const tones = ['ok', 'info', 'warning', 'danger', 'unknown', 'off'] as const
/** Meaning of a status; each has one colour and one shape everywhere. */
export type Tone = (typeof tones)[number]

/** Classes of a tone: `ink` for text and icons, `soft` for a tinted ground with its text, `dot` for a solid mark. */
export const toneClass: Record<Tone, { ink: string; soft: string; dot: string }> = {
  ok: { ink: 'text-ok', soft: 'bg-ok-soft text-ok', dot: 'bg-ok' },
  info: { ink: 'text-info', soft: 'bg-info-soft text-info', dot: 'bg-info' },
  warning: { ink: 'text-warning', soft: 'bg-warning-soft text-warning', dot: 'bg-warning' },
  danger: { ink: 'text-danger', soft: 'bg-danger-soft text-danger', dot: 'bg-danger' },
  unknown: { ink: 'text-unknown', soft: 'bg-unknown-soft text-unknown', dot: 'bg-unknown' },
  off: { ink: 'text-off', soft: 'bg-off-soft text-off', dot: 'bg-off' },
}
