import { breakMarkup } from './clean-name.ts'
import { type Notice, titleOf } from './notice.ts'

/** At most 10 fields in a section (Block Kit). */
const maxFields = 10

/**
 * Body for a Slack incoming webhook; receivers that only read `text`, such as Mattermost, get the same from it.
 * Names from outside are plain text, never mrkdwn.
 */
export function slackBlocks(notice: Notice): unknown {
  const { sentence, facts, link } = notice
  const title = escapeSlack(titleOf(notice))
  const named = facts.map(({ label, value }) => `${label}: ${escapeSlack(breakMarkup(value))}`)
  const action = sentence === null ? null : escapeSlack(breakMarkup(sentence))
  const linked = link && `<${link.url}|${escapeSlack(link.label)}>`
  return {
    text: [title, action, ...named, linked].filter((line) => line !== null).join('\n'),
    blocks: [
      { type: 'section', text: { type: 'mrkdwn', text: `*${title}*`, verbatim: true } },
      ...(action === null ? [] : [{ type: 'section', text: plain(action) }]),
      ...(named.length === 0 ? [] : [{ type: 'section', fields: named.slice(0, maxFields).map(plain) }]),
      ...(linked ? [{ type: 'section', text: { type: 'mrkdwn', text: linked, verbatim: true } }] : []),
    ],
  }
}

function plain(text: string) {
  return { type: 'plain_text', text, emoji: false }
}

function escapeSlack(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}
