import { create } from 'zustand'

/** Whether the palette is open. */
export const usePalette = create(() => ({ isOpen: false }))

/** Opens the palette. */
export function openPalette(): void {
  usePalette.setState({ isOpen: true })
}

/** Closes the palette. */
export function closePalette(): void {
  usePalette.setState({ isOpen: false })
}
