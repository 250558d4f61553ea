import { ask, untilComplete } from './harness/ask.ts'
import { expectAccessible, expectNoSidewaysScroll } from './harness/screen-checks.ts'
import { test } from './harness/scripted-model.ts'
import { expect } from './harness/test.ts'

const evil = 'https://evil.example'
const hostile = `# Rapport

<script>globalThis.broken = 1</script> <img src=x onerror="globalThis.broken = 2"> <svg onload="globalThis.broken = 3">

<iframe src="${evil}/frame"></iframe>

<style>@import url(${evil}/style.css); body { background: url(${evil}/css.png) }</style>

<link rel="preload" href="${evil}/preload" as="image"><meta http-equiv="refresh" content="0;url=${evil}/gone">

![plan](${evil}/pixel.png?secret=1) et ![autre][image], puis [un script](javascript:globalThis.broken=4), [des données](data:text/html,x).

[https://banque.example](${evil}/banque) mais https://banque.example@evil.example/ aussi, et facture\u202Efdp.exe.

\`\`\`html
<script>globalThis.broken = 5</script>
\`\`\`

\`\`\`mermaid
graph TD; A-->B; click A "javascript:globalThis.broken=6"
\`\`\`

${'>'.repeat(3_000)} fond

${'['.repeat(3_000)}

[image]: ${evil}/reference.png

Fin du rapport.`

test('a hostile answer runs nothing and calls nobody', async ({ enter, hub, model }) => {
  const page = await enter('mmartin')
  const outside: string[] = []
  page.context().on('request', (request) => {
    if (new URL(request.url()).origin !== new URL(hub.url).origin) outside.push(request.url())
  })
  page.on('dialog', (dialog) => void dialog.dismiss().then(() => outside.push('a dialog')))
  await page.goto('/wibot')
  model.control.reply({ parts: hostile.split('\n\n').map((text) => ({ text: `${text}\n\n`, stallMs: 20 })) })
  const answer = await ask(page, 'Bonjour')
  await untilComplete(answer)
  await expect(answer).toContainText('Fin du rapport.')
  await expect(answer).toContainText('<script>globalThis.broken = 1</script>')
  await expect(answer.locator('script, img, iframe, style, link, meta')).toHaveCount(0)
  expect(await page.evaluate('globalThis.broken')).toBeUndefined()
  expect(outside).toEqual([])

  await expect(answer.getByRole('link', { name: 'plan (evil.example)' })).toHaveAttribute('target', '_blank')
  const trap = answer.getByRole('link', { name: 'https://banque.example (evil.example)' })
  await expect(trap).toHaveAttribute('rel', 'noreferrer noopener')
  await expect(answer.getByRole('link', { name: 'un script' })).toHaveCount(0)
  await expect(answer.getByRole('link', { name: 'des données' })).toHaveCount(0)
  await expect(answer).toContainText('facture\u2039U+202E\u203Afdp.exe')
  await expectNoSidewaysScroll(page, { name: 'the hostile answer' })
  await expectAccessible(page, { name: 'the hostile answer' })
})
