import { Webhook } from 'standardwebhooks'
import type { Channel } from '../channels/channel.ts'
import type { Notice } from '../message/notice.ts'
import { slackBlocks } from '../message/slack-blocks.ts'
import { teamsCard } from '../message/teams-card.ts'
import { webhookBody } from '../message/webhook-body.ts'
import { judgeFailure, judgeReply } from './http-verdict.ts'
import { postJson } from './post-json.ts'
import { sendMail } from './send-mail.ts'
import type { Verdict } from './verdict.ts'

/**
 * One attempt to tell one channel, within half a minute.
 * @param now instant of the attempt; webhook signatures carry it
 */
export async function sendNotice(channel: Channel, notice: Notice, now: Date): Promise<Verdict> {
  if (channel.type === 'email') return sendMail(channel, notice)
  try {
    return judgeReply(await postJson(channel.target, httpMessage(channel, notice, now)), now)
  } catch (error) {
    return judgeFailure(error)
  }
}

function httpMessage(channel: Exclude<Channel, { type: 'email' }>, notice: Notice, now: Date) {
  switch (channel.type) {
    case 'teams':
      return { body: JSON.stringify(teamsCard(notice)) }
    case 'slack':
      return { body: JSON.stringify(slackBlocks(notice)) }
    case 'webhook': {
      const body = webhookBody(notice)
      return { body, headers: signed(channel.secret, { id: notice.id, at: now, body }) }
    }
  }
}

/** Headers of the Standard Webhooks specification. */
function signed(secret: string, { id, at, body }: { id: string; at: Date; body: string }) {
  return {
    'webhook-id': id,
    'webhook-timestamp': String(Math.floor(at.getTime() / 1000)),
    'webhook-signature': new Webhook(secret).sign(id, at, body),
  }
}
