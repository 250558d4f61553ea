import type { Page } from '@playwright/test'
import { ask, untilComplete } from './harness/ask.ts'
import { expectAccessible, expectNoSidewaysScroll } from './harness/screen-checks.ts'
import { test } from './harness/scripted-model.ts'
import { expect } from './harness/test.ts'

const wide = Array.from({ length: 14 }, (_, rank) => `colonne_${rank}`)
const rich = `## Résultat

Voici **l'état** du \`switch\` avec [le guide](https://guide.exemple.test/page) et une adresse sans fin :
https://exemple.test/${'segment'.repeat(40)} puis ${'mot'.repeat(80)}.

| ${wide.join(' | ')} |
|${wide.map(() => '---').join('|')}|
| ${wide.map((name) => `valeur ${name}`).join(' | ')} |

1. un
2. deux
   - [x] fait
   - [ ] à faire

\`\`\`powershell
Get-ADUser -Identity "jean.dupont" | Select-Object ${'Name, Enabled, LockedOut, '.repeat(12)}
\`\`\`

a = b + c × (d ÷ e)^${'(x+1)'.repeat(60)}

Terminé.`

const reply = { parts: rich.match(/[\s\S]{1,24}/g)?.map((text) => ({ text, stallMs: 15 })) ?? [] }
const looks = [
  { width: 1440, height: 900, colorScheme: 'light' },
  { width: 390, height: 844, colorScheme: 'dark' },
  { width: 320, height: 640, colorScheme: 'light' },
] as const

for (const { width, height, colorScheme } of looks)
  test(`a rich answer fits ${width} px, ${colorScheme}, and nothing jumps while it streams`, async ({
    enter,
    model,
  }) => {
    const options = {
      viewport: { width, height },
      colorScheme,
      permissions: ['clipboard-read', 'clipboard-write'],
    }
    const page = await enter('mmartin', options)
    await page.goto('/wibot')
    model.control.reply(reply)
    await expect(page.getByLabel('Message à WIBOT')).toBeVisible()
    await watch(page)
    const answer = await ask(page, 'Montre tout')
    await untilComplete(answer)
    await expect(answer).toContainText('Terminé.')
    const seen = await page.evaluate<{ shift: number; said: string[] }>('watched')
    expect(seen.shift).toBeLessThan(0.1)
    expect(seen.said.filter((text) => text.startsWith('WIBOT a répondu'))).toHaveLength(1)
    expect(seen.said.length).toBeLessThan(4)

    const table = answer.getByRole('group', { name: 'Tableau' })
    await table.focus()
    await page.keyboard.press('ArrowRight')
    await expect.poll(() => table.evaluate((element) => element.scrollLeft)).toBeGreaterThan(0)
    await answer.getByRole('button', { name: 'Copier le code' }).click()
    await expect(answer.getByRole('status').filter({ hasText: 'Copié' })).toHaveCount(1)
    expect(await page.evaluate<string>('navigator.clipboard.readText()')).toMatch(
      /^Get-ADUser .*LockedOut, $/,
    )
    await expectNoWidePane(page)
    await expectAccessible(page, { name: 'a rich answer' })
  })

test('a long conversation is read page by page, with the keyboard, in a window', async ({ enter }) => {
  const page = await enter('mmartin')
  await servePages(page)
  await page.goto(`/wibot/${conversationId}`)
  const log = page.getByRole('region', { name: 'Messages de la conversation' })
  await expect(page.getByText('Message 999', { exact: true })).toBeInViewport()
  await log.focus()
  await page.keyboard.press('Home')
  // The next older page may be there at once, and the first one out of the window again.
  await expect(page.getByText('Message 999', { exact: true })).not.toBeInViewport()
  await expect.poll(() => log.getByRole('listitem').first().getAttribute('aria-setsize')).toBe('-1')
  await page.keyboard.press('End')
  await expect(page.getByText('Message 999', { exact: true })).toBeInViewport()
  await expect.poll(() => log.getByRole('listitem').count()).toBeLessThan(40)
  // The way to the end is gone anew until its rows are measured: a key that comes before that is pressed again.
  await expect(async () => {
    await page.keyboard.press('PageUp')
    await expect(page.getByRole('button', { name: 'Aller en bas' })).toBeVisible({ timeout: 1_000 })
  }).toPass({ timeout: 15_000 })
  for (
    let steps = 0;
    steps < 200 && (await page.getByText('Message 0', { exact: true }).count()) === 0;
    steps += 1
  ) {
    await page.keyboard.press('Home')
    await page.waitForTimeout(50)
  }
  await expect(page.getByText('Message 0', { exact: true })).toBeInViewport()
  const firstRow = log.getByRole('listitem').first()
  await expect(firstRow).toHaveAttribute('aria-posinset', '1')
  await expect(firstRow).toHaveAttribute('aria-setsize', '1000')
  await expectNoSidewaysScroll(page, { name: 'a long conversation' })
  await expectAccessible(page, { name: 'a long conversation' })
})

const conversationId = '6a1f0c8e-7d0b-4a43-9a51-0f8d2f3b1cff'

/** Adds up the layout shifts and notes what the polite regions say. */
async function watch(page: Page): Promise<void> {
  await page.evaluate(`
    globalThis.watched = { shift: 0, said: [] }
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) if (!entry.hadRecentInput) watched.shift += entry.value
    }).observe({ type: 'layout-shift' })
    new MutationObserver((changes) => {
      for (const { target } of changes) {
        const region = target.parentElement?.closest('[aria-live], [role=status]') ?? target
        if (region.matches?.('main [aria-live]') && region.textContent) watched.said.push(region.textContent)
      }
    }).observe(document.querySelector('main'), { subtree: true, childList: true, characterData: true })
  `)
}

/** Only the boxes of tables scroll sideways. */
async function expectNoWidePane(page: Page): Promise<void> {
  const wider = await page.evaluate<
    string[]
  >(`[...document.querySelectorAll('html, section, article, pre, p, li')]
    .filter((element) => element.scrollWidth > element.clientWidth + 1 && element.clientWidth > 0)
    .filter((element) => getComputedStyle(element).display !== 'inline')
    .filter((element) => !element.closest('.sr-only'))
    .map((element) => element.tagName + ' ' + element.className)`)
  expect(wider).toEqual([])
}

async function servePages(page: Page): Promise<void> {
  const at = '2026-03-02T09:00:00.000Z'
  const shared = { conversationId, kind: 'message', mode: 'flash', status: 'complete', provider: 'mistral' }
  const none = {
    model: null,
    notice: null,
    toolCalls: [],
    sources: [],
    attachments: [],
    approvalId: null,
    error: null,
    siblings: { index: 0, count: 1, previousId: null, nextId: null },
  }
  const all = Array.from({ length: 1_000 }, (_, rank) => ({
    ...shared,
    ...none,
    id: `message-${rank}`,
    parentId: rank === 0 ? null : `message-${rank - 1}`,
    role: rank % 2 === 0 ? 'user' : 'assistant',
    content:
      rank % 2 === 0 ? `Message ${rank}` : `Message ${rank}\n\n${'Une phrase de plus. '.repeat(rank % 30)}`,
    createdAt: at,
    completedAt: at,
  }))
  await page.route(`**/api/chat/conversations/${conversationId}`, (route) =>
    route.fulfill({
      json: {
        id: conversationId,
        title: 'Longue conversation',
        mode: 'flash',
        pinned: false,
        archived: false,
        binding: null,
        leafId: 'message-999',
        branchedFrom: null,
        createdAt: at,
        updatedAt: at,
        streamingMessageId: null,
      },
    }),
  )
  await page.route(`**/api/chat/conversations/${conversationId}/messages?*`, (route) => {
    const end = Number(new URL(route.request().url()).searchParams.get('cursor') ?? all.length)
    const start = Math.max(0, end - 50)
    return route.fulfill({
      json: { items: all.slice(start, end), nextCursor: start > 0 ? String(start) : null },
    })
  })
}
