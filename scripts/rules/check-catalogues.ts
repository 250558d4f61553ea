import { existsSync, readFileSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import type { Check } from './check.ts'

const folder = 'web/src/i18n'

/** The French and English texts of the web app have the same keys, and no text is empty. */
export const checkCatalogues: Check = {
  name: 'i18n catalogues',
  run: async ({ root }) => {
    const fr = await readCatalogue(`${root}/${folder}/fr`)
    const en = await readCatalogue(`${root}/${folder}/en`)
    if (fr === undefined && en === undefined) return { problems: [], note: 'no catalogue yet' }
    if (fr === undefined || en === undefined) return { problems: [`${folder} has one language only`] }
    return { problems: compareCatalogues(fr, en), note: `${flatten(fr).size} keys` }
  },
}

/** Keys that only one of two catalogues has, and empty texts. Keys are written a.b.c. */
export function compareCatalogues(fr: object, en: object): string[] {
  const french = flatten(fr)
  const english = flatten(en)
  return [
    ...missing('en', french, english),
    ...missing('fr', english, french),
    ...empty('fr', french),
    ...empty('en', english),
  ]
}

function missing(language: string, from: Map<string, string>, into: Map<string, string>): string[] {
  return [...from.keys()].filter((key) => !into.has(key)).map((key) => `${language} lacks ${key}`)
}

function empty(language: string, texts: Map<string, string>): string[] {
  return [...texts].filter(([, value]) => value.trim() === '').map(([key]) => `${language}: ${key} is empty`)
}

/** French has a plural form "many" (millions) that English lacks, so it does not count as a difference. */
function flatten(texts: object, prefix = ''): Map<string, string> {
  const flat = new Map<string, string>()
  for (const [name, value] of Object.entries(texts)) {
    const key = `${prefix}${name}`
    if (typeof value === 'object' && value !== null) {
      for (const [inner, innerText] of flatten(value, `${key}.`)) flat.set(inner, innerText)
    } else if (!key.endsWith('_many')) flat.set(key, String(value))
  }
  return flat
}

/** Reads `<base>.json`, or the object that `<base>.ts` or `<base>/index.ts` exports first. */
async function readCatalogue(base: string): Promise<object | undefined> {
  if (existsSync(`${base}.json`)) return JSON.parse(readFileSync(`${base}.json`, 'utf8'))
  const path = [`${base}.ts`, `${base}/index.ts`].find(existsSync)
  if (path === undefined) return undefined
  const [catalogue] = Object.values(await import(pathToFileURL(path).href))
  if (typeof catalogue !== 'object' || catalogue === null) throw new Error(`${path} exports no catalogue`)
  return catalogue
}
