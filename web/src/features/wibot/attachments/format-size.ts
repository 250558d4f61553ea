/** A size in bytes, in the words of a language. */
export function formatSize(bytes: number, locale: string): string {
  const isSmall = bytes < 1_048_576
  const value = isSmall ? Math.max(1, bytes / 1024) : bytes / 1_048_576
  const unit = isSmall ? 'kilobyte' : 'megabyte'
  return new Intl.NumberFormat(locale, {
    style: 'unit',
    unit,
    maximumFractionDigits: isSmall ? 0 : 1,
  }).format(value)
}
