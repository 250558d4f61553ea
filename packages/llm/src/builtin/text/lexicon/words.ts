/** Single words, written with spaces between. */
export const words = (text: string): string[] => text.split(' ')
