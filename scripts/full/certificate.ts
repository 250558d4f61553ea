import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { runCommand } from './run-command.ts'

const days = '7'

export interface ServerCertificate {
  caFile: string
  certFile: string
  keyFile: string
}

/**
 * Makes a certificate authority and a server certificate for one IP address and one host name in `folder`,
 * so that clients verify the server for real. The keys stay in the folder, mode 0600.
 */
export async function makeCertificate(
  folder: string,
  subject: { address: string; hostName: string },
): Promise<ServerCertificate> {
  const file = (name: string) => join(folder, name)
  const newKey = (name: string) => [
    '-newkey',
    'ec',
    '-pkeyopt',
    'ec_paramgen_curve:P-256',
    '-nodes',
    '-keyout',
    name,
  ]
  const ca = [
    '-x509',
    ...newKey(file('ca.key')),
    '-out',
    file('ca.pem'),
    '-days',
    days,
    '-subj',
    '/CN=Hub test CA',
  ]
  await runCommand(['openssl', 'req', ...ca, '-addext', 'keyUsage=critical,keyCertSign'])
  const request = [
    ...newKey(file('server.key')),
    '-out',
    file('server.csr'),
    '-subj',
    `/CN=${subject.hostName}`,
  ]
  await runCommand(['openssl', 'req', '-new', ...request])
  const extensions = [
    `subjectAltName=DNS:${subject.hostName},IP:${subject.address}`,
    'basicConstraints=critical,CA:FALSE',
    'extendedKeyUsage=serverAuth',
  ]
  await writeFile(file('server.ext'), `${extensions.join('\n')}\n`)
  const signer = ['-CA', file('ca.pem'), '-CAkey', file('ca.key'), '-CAcreateserial', '-days', days]
  const signing = [
    '-in',
    file('server.csr'),
    '-extfile',
    file('server.ext'),
    '-out',
    file('server.pem'),
    ...signer,
  ]
  await runCommand(['openssl', 'x509', '-req', ...signing])
  return { caFile: file('ca.pem'), certFile: file('server.pem'), keyFile: file('server.key') }
}
