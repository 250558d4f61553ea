/** Page. */
export function SafeguardPage() {
  return <div>safeguard</div>
}
export function HistoryPage() {
  return <div>history</div>
}
