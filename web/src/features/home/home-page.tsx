/** Page. */
export function HomePage() {
  return <div>home</div>
}
