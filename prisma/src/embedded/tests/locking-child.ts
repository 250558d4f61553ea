import { dataFolder } from '../data-folder.ts'
import { lockFolder } from '../folder-lock.ts'

// A child process that takes the lock of a folder and says so, or says why not. With `stay` it then waits.
const [path = '', stay] = process.argv.slice(2)
try {
  await lockFolder(dataFolder(path))
  console.log('locked')
  if (stay) setInterval(() => undefined, 1_000)
} catch (error) {
  console.log(error instanceof Error ? error.message : error)
}
