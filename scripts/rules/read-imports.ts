import { parseSync, Visitor } from 'oxc-parser'

/** One place where a file names another module. */
export interface Import {
  /** Path relative to the repository root. */
  file: string
  line: number
  specifier: string
  /** Imported names that exist at run time; '*' for a namespace, a dynamic import or `export * from`. */
  values: string[]
  /** True for `export * from`. */
  isExportAll: boolean
}

/** Every static, dynamic and type-level import and re-export of one file. Throws when it does not parse. */
export function readImports(file: string, source: string): Import[] {
  const parsed = parseSync(file, source)
  const [error] = parsed.errors
  if (error !== undefined) throw new Error(`${file} does not parse: ${error.message}`)
  const { staticImports, staticExports, dynamicImports } = parsed.module
  const found: Import[] = []
  const add = (at: number, specifier: string, values: string[], isExportAll = false) =>
    found.push({ file, line: lineOf(source, at), specifier, values, isExportAll })

  for (const { start, moduleRequest, entries } of staticImports) {
    const values = entries.filter((entry) => !entry.isType).map((entry) => entry.importName.name ?? '*')
    add(start, moduleRequest.value, entries.length === 0 ? ['*'] : values)
  }
  for (const { start, entries } of staticExports) {
    for (const { moduleRequest, importName, isType } of entries) {
      if (moduleRequest === null) continue
      const isExportAll = importName.kind === 'AllButDefault'
      add(start, moduleRequest.value, isType ? [] : [importName.name ?? '*'], isExportAll)
    }
  }
  for (const { moduleRequest } of dynamicImports) {
    const literal = /^(['"`])([^'"`$]*)\1$/.exec(source.slice(moduleRequest.start, moduleRequest.end))
    if (literal?.[2] !== undefined) add(moduleRequest.start, literal[2], ['*'])
  }
  new Visitor({ TSImportType: ({ start, source: name }) => add(start, name.value, []) }).visit(parsed.program)
  return found
}

function lineOf(source: string, offset: number): number {
  return source.slice(0, offset).split('\n').length
}
