const secretName = /pass(word|wd)?|secret|token|authorization|cookie|api_?key|mot_?de_?passe/i
const longest = 600
const most = 30
const deepest = 6

/** A value for people to look at: what is named like a secret is hidden, long texts and lists are cut and say so. */
export function withoutSecrets(value: unknown, depth = 0): unknown {
  if (typeof value === 'string')
    return value.length > longest ? `${value.slice(0, longest).toWellFormed()}…` : value
  if (value === null || typeof value !== 'object') return value
  if (depth >= deepest) return '…'
  if (Array.isArray(value)) {
    const items = value.slice(0, most).map((item) => withoutSecrets(item, depth + 1))
    return value.length > most ? [...items, `… ${value.length - most}`] : items
  }
  return Object.fromEntries(
    Object.entries(value)
      .slice(0, most * 2)
      .map(([name, item]) => [name, secretName.test(name) ? '***' : withoutSecrets(item, depth + 1)]),
  )
}
