import { fold } from '../text/fold.ts'

const friendly = /(?:[🙏👍🙂😊😀😉]|:-?\)|;-?\))[\u{1F3FB}-\u{1F3FF}\u{FE0F}]*/gu
const plain = /^[a-z0-9\s,;:.!?()'"«»“”@#°º&_\\/…-]*$/

/** A text without the signs that only say thanks. */
export const withoutSmiles = (text: string): string => text.replace(friendly, ' ')

/** True when a text holds only letters, figures and marks that are read: a sign or a script that is not may say no. */
export const isPlain = (text: string): boolean => plain.test(fold(text))
