import { escapeHtml } from '@hub/kernel'
import { type Notice, titleOf } from './notice.ts'

/** Subject and the two bodies of a mail: plain text, and HTML without style sheets or images. */
export function mailText(notice: Notice): { subject: string; text: string; html: string } {
  const { sentence, facts, link, language } = notice
  const title = titleOf(notice)
  const lines = [title, sentence, '', ...facts.map(({ label, value }) => `${label}: ${value}`)]
  if (link) lines.push('', `${link.label}: ${link.url}`)
  return {
    subject: sentence === null ? title : `${title}: ${sentence}`,
    text: `${lines.filter((line) => line !== null).join('\n')}\n`,
    html: [
      `<!doctype html><html lang="${language}"><meta charset="utf-8"><title>${escapeHtml(title)}</title>`,
      `<p><strong>${escapeHtml(title)}</strong></p>`,
      sentence === null ? '' : `<p>${escapeHtml(sentence)}</p>`,
      `<table>${facts.map(row).join('')}</table>`,
      link ? `<p><a href="${escapeHtml(link.url)}">${escapeHtml(link.label)}</a></p>` : '',
      '</html>',
    ].join('\n'),
  }
}

function row({ label, value }: { label: string; value: string }): string {
  return `<tr><th align="left">${escapeHtml(label)}</th><td>${escapeHtml(value)}</td></tr>`
}
