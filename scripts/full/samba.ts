import { randomBytes } from 'node:crypto'
import { chmod, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { connect } from 'node:tls'
import { makeCertificate, type ServerCertificate } from './certificate.ts'
import { dyingWithParent, startComponent } from './component.ts'
import { temporaryFolder } from './folders.ts'
import { ensurePackages } from './packages.ts'
import { freeLoopbackAddress } from './ports.ts'
import { runCommand } from './run-command.ts'
import { untilReady } from './wait-until.ts'

export const sambaPackages = [
  'samba',
  'samba-ad-dc',
  'samba-ad-provision',
  'samba-dsdb-modules',
  'winbind',
  'krb5-user',
  'openssl',
] as const

const ldapPorts = [389, 636, 3268, 3269]
const hostName = 'dc1'
const realm = 'widip.lan'

export interface RunningSamba {
  /** ldaps://127.0.0.x:636 */
  url: string
  /** PEM file of the authority that signed the server's certificate. */
  caFile: string
  baseDn: string
  adminUpn: string
  adminPassword: string
  close(): Promise<void>
}

/**
 * Provisions a new Samba Active Directory domain controller and serves its LDAP on its own loopback address.
 * Needs root (ports below 1024). Throws when it does not accept a verified TLS connection.
 */
export async function startSamba(): Promise<RunningSamba> {
  await ensurePackages(sambaPackages)
  const folder = await temporaryFolder('samba')
  const address = await freeLoopbackAddress(ldapPorts)
  const adminPassword = `Aa1!${randomBytes(18).toString('base64url')}`
  await provision({ folder, address, adminPassword })
  const certificate = await makeCertificate(folder, { address, hostName: `${hostName}.${realm}` })
  const configFile = await configure({ folder, address, certificate })
  const flags = [
    '--interactive',
    '--debug-stdout',
    `--configfile=${configFile}`,
    '--option=server services=ldap',
  ]
  const samba = startComponent({
    name: 'samba',
    argv: dyingWithParent('samba', ...flags),
    folder,
    stopSignal: 'SIGTERM',
  })
  const ca = await readFile(certificate.caFile, 'utf8')
  await untilReady(samba, () => acceptsVerifiedTls(address, ca))
  return {
    url: `ldaps://${address}:636`,
    caFile: certificate.caFile,
    baseDn: 'DC=widip,DC=lan',
    adminUpn: `Administrator@${realm}`,
    adminPassword,
    close: samba.close,
  }
}

interface Domain {
  folder: string
  address: string
  adminPassword: string
}

async function provision({ folder, address, adminPassword }: Domain): Promise<void> {
  const domain = [
    `--realm=${realm.toUpperCase()}`,
    '--domain=WIDIP',
    `--host-name=${hostName}`,
    `--host-ip=${address}`,
  ]
  const role = [
    '--server-role=dc',
    '--dns-backend=NONE',
    `--adminpass=${adminPassword}`,
    `--targetdir=${folder}`,
  ]
  const network = ['--option=bind interfaces only=yes', `--option=interfaces=${address}/8`]
  const command = ['samba-tool', 'domain', 'provision', ...domain, ...role, ...network]
  await runCommand(command, { limitMs: 180_000 })
}

/** Writes our certificate and address into the provisioned smb.conf and answers its path. */
async function configure(options: {
  folder: string
  address: string
  certificate: ServerCertificate
}): Promise<string> {
  const configFile = join(options.folder, 'etc', 'smb.conf')
  const { caFile, certFile, keyFile } = options.certificate
  await chmod(keyFile, 0o600)
  const settings = [
    '[global]',
    'bind interfaces only = yes',
    `interfaces = ${options.address}/8`,
    `pid directory = ${options.folder}`,
    `ncalrpc dir = ${join(options.folder, 'ncalrpc')}`,
    'tls enabled = yes',
    `tls cafile = ${caFile}`,
    `tls certfile = ${certFile}`,
    `tls keyfile = ${keyFile}`,
  ]
  const provisioned = await readFile(configFile, 'utf8')
  const kept = provisioned
    .split('\n')
    .filter((line) => !/^\s*(bind interfaces only|interfaces|tls \w+)\s*=/.test(line))
  await writeFile(configFile, kept.join('\n').replace('[global]', settings.join('\n\t')))
  return configFile
}

function acceptsVerifiedTls(host: string, ca: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ host, port: 636, ca, timeout: 2_000 })
    const settle = (isReady: boolean) => {
      socket.destroy()
      resolve(isReady)
    }
    socket.once('secureConnect', () => settle(socket.authorized))
    socket.once('timeout', () => settle(false))
    socket.once('error', () => settle(false))
  })
}
