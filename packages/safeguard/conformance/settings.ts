/** HUB_CONFORMANCE=long takes the long counts. */
export const isLong = process.env.HUB_CONFORMANCE === 'long'

/** The seed of this run, printed so that HUB_SEED can repeat it. */
export function seedOf(suite: string): number {
  const seed = Number(process.env.HUB_SEED ?? Math.trunc(Math.random() * 2 ** 31))
  process.stdout.write(`${suite}: HUB_SEED=${seed}\n`)
  return seed
}
