/** A refusal of the High-Level API: HTTP status and error body (protocol section 2.3). */
export class V2Error extends Error {
  readonly status: number
  readonly body: Record<string, unknown>

  constructor(status: number, body: Record<string, unknown>) {
    super(String(body.status ?? body.error))
    this.status = status
    this.body = body
  }
}

const refused = (http: number, status: string, title: string, detail: unknown = null) =>
  new V2Error(http, { status, title, detail })

export const unauthenticated = () =>
  new V2Error(401, {
    title: "Vous n'êtes pas authentifié",
    detail: "L'en-tête d'authentification est manquante ou invalide",
    status: 'ERROR_UNAUTHENTICATED',
  })

/** An expired or unknown token is answered 400, not 401. */
export const invalidToken = (hint: string) =>
  refused(400, 'ERROR_INVALID_PARAMETER', 'Invalid OAuth token', hint)
export const invalidParameter = (title: string, detail: unknown = null) =>
  refused(400, 'ERROR_INVALID_PARAMETER', title, detail)
export const rightMissing = (detail: unknown = null) =>
  refused(403, 'ERROR_RIGHT_MISSING', "You don't have permission to perform this action.", detail)
export const itemNotFound = () => refused(404, 'ERROR_ITEM_NOT_FOUND', 'Not found')

/** What a business rule refused; the reason is what GLPI would flash. */
export const writeFailed = (action: 'create' | 'update', message: string) =>
  new V2Error(500, {
    status: 'ERROR',
    title: `Failed to ${action} item(s)`,
    detail: null,
    additional_messages: [{ priority: 'error', message }],
  })

/** An error of the token endpoint, in the shape of OAuth 2 (RFC 6749 section 5.2). */
export const oauthError = (status: number, error: string, text: string) =>
  new V2Error(status, { error, error_description: text, message: text })
