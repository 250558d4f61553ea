import { unwilling } from '../protocol/diagnostics.ts'

/**
 * The password inside a unicodePwd value: UTF-16LE with quotes around it (MS-ADTS 3.1.1.3.1.5.1).
 * Throws unwillingToPerform (53, 0000001F) on any other form.
 */
export function decodeUnicodePwd(value: Buffer): string {
  const text = value.length % 2 === 0 ? value.toString('utf16le') : ''
  if (text.length < 2 || !text.startsWith('"') || !text.endsWith('"')) throw unwilling('0000001F')
  return text.slice(1, -1)
}
