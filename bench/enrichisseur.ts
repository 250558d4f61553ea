import { redact } from '@hub/workflows'
import { leaksOf } from './enrichisseur/fill.ts'
import { sets } from './enrichisseur/sets.ts'

const isQuiet = process.argv.includes('--quiet')
let leaking = 0

for (const [name, texts] of Object.entries(sets)) {
  let secrets = 0
  let leaks = 0
  let useful = 0
  let kept = 0
  for (const { text, secrets: hidden, kept: wanted } of texts) {
    const out = redact(text).text
    const found = leaksOf(out, hidden)
    const lost = wanted.filter((word) => !out.includes(word))
    secrets += hidden.length
    leaks += found.length
    useful += wanted.length
    kept += wanted.length - lost.length
    if (!isQuiet && (found.length > 0 || lost.length > 0))
      console.log(
        `${found.length > 0 ? `LEAK ${found.join(' | ')}` : `lost ${lost.join(' ')}`}\n  ${text}\n  ${out}`,
      )
  }
  leaking += leaks
  const share = ((100 * kept) / useful).toFixed(1)
  console.log(
    `${name}: ${texts.length} texts, ${secrets} secrets, ${leaks} leaked; ${share} % of the useful words kept`,
  )
}
process.exitCode = leaking === 0 ? 0 : 1
