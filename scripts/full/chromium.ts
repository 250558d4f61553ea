import { existsSync } from 'node:fs'

export const chromiumPackages = ['chromium', 'fonts-dejavu-core'] as const

const chromium = '/usr/bin/chromium'

/** Path of the browser that Debian's chromium package installs; throws when it is not there. */
export function chromiumPath(): string {
  if (!existsSync(chromium)) throw new Error(`missing chromium: ${chromium} does not exist`)
  return chromium
}
