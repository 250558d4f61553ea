import { Attribute, Change, Client, ResultCodeError } from 'ldapts'
import { people } from '../src/data/people.ts'
import { type Directory, type DirectoryOptions, startDirectory } from '../src/directory/index.ts'

/** A running directory with the demo people, closed by the caller. */
export function openDirectory(options: Partial<DirectoryOptions> = {}): Promise<Directory> {
  return startDirectory({ people, ...options })
}

/** A client that trusts the directory's own authority and is not bound. */
export function connect(directory: Directory): Client {
  return new Client({
    url: directory.url,
    tlsOptions: { ca: directory.caPem },
    timeout: 5000,
    connectTimeout: 5000,
  })
}

/** Run some work bound as the Hub's service account. */
export async function asService<T>(directory: Directory, work: (client: Client) => Promise<T>): Promise<T> {
  const client = connect(directory)
  try {
    await client.bind(directory.bindDn, directory.bindPassword)
    return await work(client)
  } finally {
    await client.unbind()
  }
}

/** Bind once with a name and a password. Out: `ok`, or the hex reason of the refusal. */
export async function tryBind(
  directory: Directory,
  { name, password }: { name: string; password: string },
): Promise<string> {
  const client = connect(directory)
  try {
    await client.bind(name, password)
    return 'ok'
  } catch (error) {
    if (!(error instanceof ResultCodeError)) throw error
    return /data ([0-9a-f]+)/.exec(error.message)?.[1] ?? `code ${error.code}`
  } finally {
    await client.unbind()
  }
}

/** The result code and diagnostic of work that must be refused. */
export async function refusal(work: Promise<unknown>): Promise<{ code: number; text: string }> {
  try {
    await work
  } catch (error) {
    if (error instanceof ResultCodeError) return { code: error.code, text: error.message }
    throw error
  }
  throw new Error('the directory accepted it')
}

export function change(
  operation: 'add' | 'delete' | 'replace',
  type: string,
  ...values: string[] | Buffer[]
): Change {
  return new Change({ operation, modification: new Attribute({ type, values }) })
}

/** A password in the form unicodePwd wants. */
export function quoted(password: string): Buffer {
  return Buffer.from(`"${password}"`, 'utf16le')
}

/** The DN of an account or group by logon name. */
export function dnOf(directory: Directory, login: string): string {
  const entry = directory.control.find(login)
  if (!entry) throw new Error(`nobody is named ${login}`)
  return entry.dn
}
