import type { openApiDocument } from './create-document.ts'

type OpenApiDocument = ReturnType<typeof openApiDocument>

const escapes: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

function encode(text: string): string {
  return text.replace(/[&<>"]/g, (character) => escapes[character] ?? character)
}

/** A plain page that lists the routes; it needs no script and no style, so the strict policy stays as it is. */
export function documentPage(document: OpenApiDocument): string {
  const rows = Object.entries(document.paths ?? {}).flatMap(([path, item]) =>
    Object.entries(item ?? {}).map(
      ([method, operation]) =>
        `<tr><td><code>${encode(method.toUpperCase())}</code></td><td><code>${encode(path)}</code></td><td>${encode(
          summaryOf(operation),
        )}</td></tr>`,
    ),
  )
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Hub API</title></head><body>
<h1>Hub API</h1><p>${encode(document.info.description ?? '')}</p>
<p><a href="/api/openapi.json">openapi.json</a></p>
<table><thead><tr><th>Method</th><th>Path</th><th>What it does</th></tr></thead><tbody>${rows.join('')}</tbody></table>
</body></html>`
}

function summaryOf(operation: unknown): string {
  const hasSummary = typeof operation === 'object' && operation !== null && 'summary' in operation
  return hasSummary ? String(operation.summary) : ''
}
