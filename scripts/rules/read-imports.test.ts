import { describe, expect, it } from 'vitest'
import { readImports } from './read-imports.ts'

const read = (source: string) => readImports('server/src/a.ts', source).map(({ file: _, ...rest }) => rest)

describe('readImports', () => {
  it('reads static imports with their line and the names that exist at run time', () => {
    const source =
      "\nimport { createDb, type Db } from '@hub/prisma'\nimport type { Tx } from '@hub/prisma'\n"
    expect(read(source)).toEqual([
      { line: 2, specifier: '@hub/prisma', values: ['createDb'], isExportAll: false },
      { line: 3, specifier: '@hub/prisma', values: [], isExportAll: false },
    ])
  })

  it('reads side-effect, namespace and dynamic imports as taking everything', () => {
    const source =
      "import './a.ts'\nimport * as b from './b.ts'\nawait import('./c.ts')\nawait import(name)\n"
    expect(read(source).map(({ line, specifier, values }) => [line, specifier, values])).toEqual([
      [1, './a.ts', ['*']],
      [2, './b.ts', ['*']],
      [3, './c.ts', ['*']],
    ])
  })

  it('reads re-exports and types written as import()', () => {
    const source =
      "export { a, type B } from './a.ts'\nexport * from './all.ts'\ntype C = import('./c.ts').C\n"
    expect(read(source).map(({ line, specifier, isExportAll }) => [line, specifier, isExportAll])).toEqual([
      [1, './a.ts', false],
      [1, './a.ts', false],
      [2, './all.ts', true],
      [3, './c.ts', false],
    ])
  })

  it('is not misled by text that looks like an import', () => {
    expect(read('const text = "import x from \'y\'" // import z from "z"\n')).toEqual([])
  })

  it('refuses a file that does not parse', () => {
    expect(() => read('import {')).toThrow(/server\/src\/a.ts does not parse/)
  })
})
