import 'reflect-metadata/lite'
import { KeyObject, randomBytes, webcrypto } from 'node:crypto'
import {
  AuthorityKeyIdentifierExtension,
  BasicConstraintsExtension,
  cryptoProvider,
  ExtendedKeyUsage,
  ExtendedKeyUsageExtension,
  type Extension,
  KeyUsageFlags,
  KeyUsagesExtension,
  SubjectAlternativeNameExtension,
  SubjectKeyIdentifierExtension,
  X509CertificateGenerator,
} from '@peculiar/x509'

/** Certificates and the server's key in PEM form. */
export interface CertificateSet {
  caPem: string
  certificatePem: string
  keyPem: string
}

const algorithm = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' }
const dayMs = 24 * 3600 * 1000
const caName = 'CN=WIDIP Demo Root CA,DC=widip,DC=lan'

/**
 * A new certificate authority and a server certificate from it, for 127.0.0.1, localhost, the domain
 * controller's name and the given host. The authority's key is thrown away: nothing else can be issued with it.
 */
export async function issueCertificates(host: string): Promise<CertificateSet> {
  cryptoProvider.set(webcrypto)
  const notBefore = new Date(Date.now() - dayMs)
  const notAfter = new Date(Date.now() + 397 * dayMs)
  const caKeys = await newKeys()
  const serverKeys = await newKeys()
  const ca = await X509CertificateGenerator.createSelfSigned({
    serialNumber: serialNumber(),
    name: caName,
    notBefore,
    notAfter,
    signingAlgorithm: algorithm,
    keys: caKeys,
    extensions: [
      new BasicConstraintsExtension(true, 0, true),
      new KeyUsagesExtension(KeyUsageFlags.keyCertSign | KeyUsageFlags.cRLSign, true),
      await SubjectKeyIdentifierExtension.create(caKeys.publicKey),
    ],
  })
  const certificate = await X509CertificateGenerator.create({
    serialNumber: serialNumber(),
    subject: 'CN=dc1.widip.lan',
    issuer: ca.subject,
    notBefore,
    notAfter,
    signingAlgorithm: algorithm,
    publicKey: serverKeys.publicKey,
    signingKey: caKeys.privateKey,
    extensions: await serverExtensions({ host, caKeys, serverKeys }),
  })
  const keyPem = KeyObject.from(serverKeys.privateKey).export({ type: 'pkcs8', format: 'pem' }).toString()
  return { caPem: `${ca.toString('pem')}\n`, certificatePem: `${certificate.toString('pem')}\n`, keyPem }
}

interface ServerNames {
  host: string
  caKeys: webcrypto.CryptoKeyPair
  serverKeys: webcrypto.CryptoKeyPair
}

async function serverExtensions({ host, caKeys, serverKeys }: ServerNames): Promise<Extension[]> {
  const addresses = new Set(['127.0.0.1', ...(/^[\d.]+$/.test(host) ? [host] : [])])
  const names = new Set(['localhost', 'dc1.widip.lan', ...(/^[\d.]+$/.test(host) ? [] : [host])])
  return [
    new BasicConstraintsExtension(false, undefined, true),
    new KeyUsagesExtension(KeyUsageFlags.digitalSignature, true),
    new ExtendedKeyUsageExtension([ExtendedKeyUsage.serverAuth]),
    new SubjectAlternativeNameExtension([
      ...[...addresses].map((value) => ({ type: 'ip' as const, value })),
      ...[...names].map((value) => ({ type: 'dns' as const, value })),
    ]),
    await SubjectKeyIdentifierExtension.create(serverKeys.publicKey),
    await AuthorityKeyIdentifierExtension.create(caKeys.publicKey),
  ]
}

async function newKeys(): Promise<webcrypto.CryptoKeyPair> {
  const keys = await webcrypto.subtle.generateKey(algorithm, true, ['sign', 'verify'])
  if (!('publicKey' in keys)) throw new Error('The platform gave no key pair')
  return keys
}

function serialNumber(): string {
  return `00${randomBytes(15).toString('hex')}`
}
