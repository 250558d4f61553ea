import { chromiumPath } from '../../scripts/full/chromium.ts'

/** The browser of the suite: the one that TEST_CHROMIUM names, else the one of the machine. */
export const chromiumProgram = process.env.TEST_CHROMIUM ?? chromiumPath()

/** Keeps the browser from looking for anything outside this machine. */
export const chromiumFlags = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]
