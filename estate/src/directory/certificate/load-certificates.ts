import { createPrivateKey, X509Certificate } from 'node:crypto'
import { join } from 'node:path'
import { readTextFile, writeFileAtomic } from '../files.ts'
import { type CertificateSet, issueCertificates } from './issue-certificates.ts'

const names = { caPem: 'ad-ca.pem', certificatePem: 'ad-server.pem', keyPem: 'ad-server.key' }
const renewalMs = 30 * 24 * 3600 * 1000

/**
 * The certificates kept in a folder, or new ones when they are absent, within 30 days of their end, or for
 * another host. Without a folder they live in memory only.
 */
export async function loadCertificates(host: string, dataDir?: string): Promise<CertificateSet> {
  if (dataDir === undefined) return issueCertificates(host)
  const kept = await readKept(dataDir)
  if (kept && isUsable(kept, host)) return kept
  const issued = await issueCertificates(host)
  await writeFileAtomic(join(dataDir, names.keyPem), issued.keyPem)
  await writeFileAtomic(join(dataDir, names.certificatePem), issued.certificatePem)
  await writeFileAtomic(join(dataDir, names.caPem), issued.caPem)
  return issued
}

async function readKept(dataDir: string): Promise<CertificateSet | undefined> {
  const caPem = await readTextFile(join(dataDir, names.caPem))
  const certificatePem = await readTextFile(join(dataDir, names.certificatePem))
  const keyPem = await readTextFile(join(dataDir, names.keyPem))
  if (caPem === undefined || certificatePem === undefined || keyPem === undefined) return undefined
  return { caPem, certificatePem, keyPem }
}

function isUsable({ caPem, certificatePem, keyPem }: CertificateSet, host: string): boolean {
  const ca = new X509Certificate(caPem)
  const certificate = new X509Certificate(certificatePem)
  const covers = /^[\d.]+$/.test(host) ? certificate.checkIP(host) : certificate.checkHost(host)
  return Boolean(
    covers &&
      certificate.verify(ca.publicKey) &&
      certificate.checkPrivateKey(createPrivateKey(keyPem)) &&
      certificate.validToDate.getTime() - Date.now() > renewalMs,
  )
}
