import { breakMarkup } from './clean-name.ts'
import { type Notice, titleOf } from './notice.ts'

/**
 * Body for "When a Teams webhook request is received": an Adaptive Card 1.4 whose only action opens a page
 * (Teams Workflows). No `entities`, so nobody can be mentioned.
 */
export function teamsCard(notice: Notice): unknown {
  const { sentence, facts, link } = notice
  const content = {
    $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
    type: 'AdaptiveCard',
    version: '1.4',
    msteams: { width: 'Full' },
    body: [
      { type: 'TextBlock', size: 'Medium', weight: 'Bolder', text: titleOf(notice), wrap: true },
      ...(sentence === null ? [] : [{ type: 'TextBlock', text: breakMarkup(sentence), wrap: true }]),
      {
        type: 'FactSet',
        facts: facts.map(({ label, value }) => ({ title: label, value: breakMarkup(value) })),
      },
    ],
    actions: link ? [{ type: 'Action.OpenUrl', title: link.label, url: link.url }] : [],
  }
  const contentType = 'application/vnd.microsoft.card.adaptive'
  return { type: 'message', attachments: [{ contentType, contentUrl: null, content }] }
}
