const dollarTag = /\$(?:[A-Za-z_]\w*)?\$/y

/** Splits SQL text at top-level semicolons, without comments; quoted parts stay whole (PostgreSQL "Lexical Structure"). */
export function splitStatements(sql: string): string[] {
  const statements: string[] = []
  let current = ''
  let at = 0
  while (at < sql.length) {
    const end = skipToken(sql, at)
    if (sql[at] === ';') {
      statements.push(current.trim())
      current = ''
    } else if (isComment(sql, at)) current += ' '
    else current += sql.slice(at, end)
    at = end
  }
  statements.push(current.trim())
  return statements.filter((statement) => statement !== '')
}

function isComment(sql: string, at: number): boolean {
  return sql.startsWith('--', at) || sql.startsWith('/*', at)
}

/** Where the token that starts at `at` ends; plain text is taken in runs up to the next special character. */
function skipToken(sql: string, at: number): number {
  if (sql.startsWith('--', at)) return endOr(sql, sql.indexOf('\n', at), 0)
  if (sql.startsWith('/*', at)) return skipBlockComment(sql, at)
  const char = sql[at]
  if (char === "'") return skipQuoted(sql, at, /[eE]$/.test(sql.slice(Math.max(0, at - 1), at)))
  if (char === '"') return endOr(sql, sql.indexOf('"', at + 1), 1)
  if (char === '$') return skipDollarQuoted(sql, at)
  if (char === ';') return at + 1
  const special = /[;'"$/-]/g
  special.lastIndex = at + 1
  return special.exec(sql)?.index ?? sql.length
}

function endOr(sql: string, index: number, width: number): number {
  return index < 0 ? sql.length : index + width
}

function skipQuoted(sql: string, at: number, hasEscapes: boolean): number {
  for (let i = at + 1; i < sql.length; i += 1) {
    if (hasEscapes && sql[i] === '\\') i += 1
    else if (sql[i] === "'") return i + 1
  }
  return sql.length
}

function skipDollarQuoted(sql: string, at: number): number {
  dollarTag.lastIndex = at
  const tag = dollarTag.exec(sql)?.[0]
  return tag ? endOr(sql, sql.indexOf(tag, at + tag.length), tag.length) : at + 1
}

function skipBlockComment(sql: string, at: number): number {
  let depth = 0
  const edge = /\/\*|\*\//g
  edge.lastIndex = at
  for (let match = edge.exec(sql); match; match = edge.exec(sql)) {
    depth += match[0] === '/*' ? 1 : -1
    if (depth === 0) return match.index + 2
  }
  return sql.length
}
