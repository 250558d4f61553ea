const plain = '/favicon.svg'
const mark =
  '<rect width="32" height="32" rx="8" fill="#0f6b6b"/><path d="M10 8v16M22 8v16M10 16h12" stroke="#fff" stroke-width="3.2" stroke-linecap="round" fill="none"/>'

/** Address of the icon of the browser tab, with how many things wait on a red badge; plain at zero. */
export function faviconWith(count: number): string {
  if (count <= 0) return plain
  const text = count > 9 ? '9+' : String(count)
  const badge = `<circle cx="22" cy="22" r="10" fill="#b42318" stroke="#fff" stroke-width="1.5"/><text x="22" y="26.5" font-family="sans-serif" font-size="${text.length > 1 ? 11 : 13}" font-weight="700" fill="#fff" text-anchor="middle">${text}</text>`
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32">${mark}${badge}</svg>`
  return `data:image/svg+xml,${encodeURIComponent(svg)}`
}
