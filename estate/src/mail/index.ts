export type { MailFault } from './mail-faults.ts'
export type { StoredMail } from './mailbox.ts'
export { mailRouter } from './router.ts'
export { type MailSink, startMail } from './start-mail.ts'
