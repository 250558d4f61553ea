import express, { type Router } from 'express'
import { toHtml } from '../data/html.ts'
import type { StoredMail } from './mailbox.ts'

const page = (body: string) =>
  `<!doctype html><html lang="fr"><head><meta charset="utf-8"><title>Messages</title></head><body>${body}</body></html>`

/** GET /: the accepted messages, newest first, as a page or as JSON. Text only: no HTML of a message is shown. */
export function mailRouter(messages: () => readonly StoredMail[]): Router {
  const router = express.Router()
  router.get('/', (_request, response) => {
    const mails = messages().toReversed()
    response.set({
      'Cache-Control': 'no-store',
      'Content-Security-Policy': "default-src 'none'",
      'X-Content-Type-Options': 'nosniff',
    })
    response.format({
      html: () => response.send(page(mails.map(article).join('') || toHtml('Aucun message.'))),
      json: () => response.json({ items: mails }),
    })
  })
  return router
}

function article({ at, envelope, from, subject, messageId, text }: StoredMail): string {
  const facts = [at.toISOString(), `De : ${from}`, `À : ${envelope.recipients.join(', ')}`, messageId]
  return `<article>${toHtml(subject, facts.join('\n'), text)}</article><hr>`
}
