/** Problem and solution of a case as the knowledge base tells it, under headings. */
export function readStoredCase(text: string): { problem: string; solution: string } {
  return { problem: partOf(text, 'Problème'), solution: partOf(text, 'Solution') }
}

function partOf(text: string, heading: string): string {
  const found = new RegExp(`^#+\\s*${heading}\\s*$([\\s\\S]*?)(?=^#+\\s|(?![\\s\\S]))`, 'mu').exec(text)
  return found?.[1]?.trim() ?? ''
}
