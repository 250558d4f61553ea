export interface Look {
  viewport: { width: number; height: number }
  colorScheme: 'light' | 'dark'
  locale: 'fr-FR' | 'en-GB'
}

const viewports = [
  { width: 1440, height: 900 },
  { width: 390, height: 844 },
]

/** A desk and a phone, light and dark, French and English: all eight. */
export const looks: readonly Look[] = viewports.flatMap((viewport) =>
  (['light', 'dark'] as const).flatMap((colorScheme) =>
    (['fr-FR', 'en-GB'] as const).map((locale) => ({ viewport, colorScheme, locale })),
  ),
)

/** The name of a look in a test title. */
export function nameOf({ viewport, colorScheme, locale }: Look): string {
  return `${viewport.width} px, ${colorScheme}, ${locale.slice(0, 2)}`
}
