/** A refusal of GLPI: HTTP status and the two members of its error array. */
export class GlpiError extends Error {
  readonly status: number
  readonly code: string
  /** Second member: text, a list of per-item results, or null. */
  readonly detail: unknown

  constructor(status: number, code: string, detail: unknown) {
    super(code)
    this.status = status
    this.code = code
    this.detail = detail
  }
}

export const badRequest = (detail: string) => new GlpiError(400, 'ERROR', detail)
export const itemNotFound = () => new GlpiError(404, 'ERROR_ITEM_NOT_FOUND', 'Élément introuvable')
export const rightMissing = () =>
  new GlpiError(403, 'ERROR_RIGHT_MISSING', "Vous n'avez pas les droits requis pour réaliser cette action.")
export const methodNotAllowed = () => new GlpiError(405, 'ERROR_METHOD_NOT_ALLOWED', 'Méthode non autorisée')
export const rangeExceeded = (total: number) =>
  new GlpiError(
    400,
    'ERROR_RANGE_EXCEED_TOTAL',
    `L'intervalle fourni excède le nombre total de données : ${total}`,
  )
