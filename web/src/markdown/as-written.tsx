/** Text as it was written. */
export function AsWritten({ text }: { text: string }) {
  return <p className="whitespace-pre-wrap">{text}</p>
}
