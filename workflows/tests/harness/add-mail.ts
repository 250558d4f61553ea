import { writeFile } from 'node:fs/promises'
import type { Lab } from './start-lab.ts'

/** Lets the processes of a lab send mail to the demo mail server; before they start. */
export async function addMail({ env, estate: { mail, directory } }: Lab): Promise<void> {
  const caFile = String(env.AD_CA_FILE)
  await writeFile(caFile, `${directory.caPem}${mail.caPem}`)
  Object.assign(env, {
    SMTP_URL: mail.url,
    SMTP_USER: mail.user,
    SMTP_PASSWORD: mail.password,
    SMTP_CA_FILE: caFile,
    MAIL_FROM: 'Support WIDIP <support@widip.example>',
  })
}
