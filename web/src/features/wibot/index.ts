/** Replaced by the conversation. */
export function WibotPage() {
  return null
}
