import SMTPConnection from 'nodemailer/lib/smtp-connection'
import type { MailServer } from './settings.ts'

/**
 * One unit of work on its own connection: greeting, TLS, login, `work`, goodbye.
 * @throws what nodemailer gives, or the reason of the signal; the connection is closed then
 */
export async function withConnection<T>(
  server: MailServer,
  work: (connection: SMTPConnection) => Promise<T>,
  signal: AbortSignal,
): Promise<T> {
  signal.throwIfAborted()
  const connection = new SMTPConnection(server.connection)
  const { promise: broken, reject } = Promise.withResolvers<never>()
  connection.on('error', reject)
  const onAbort = () => reject(signal.reason)
  signal.addEventListener('abort', onAbort, { once: true })
  const done = connect(connection).then(async () => {
    if (server.auth) await login(connection, server.auth)
    return work(connection)
  })
  try {
    const result = await Promise.race([done, broken])
    connection.quit()
    return result
  } catch (error) {
    connection.close()
    throw error
  } finally {
    signal.removeEventListener('abort', onAbort)
    // Closing makes what is still under way fail with nobody waiting for it.
    done.catch(() => undefined)
    broken.catch(() => undefined)
  }
}

function connect(connection: SMTPConnection): Promise<void> {
  return new Promise((resolve, reject) => {
    connection.connect((error) => (error ? reject(error) : resolve()))
  })
}

function login(connection: SMTPConnection, auth: { user: string; pass: string }): Promise<void> {
  return new Promise((resolve, reject) => {
    connection.login(auth, (error) => (error ? reject(error) : resolve()))
  })
}
