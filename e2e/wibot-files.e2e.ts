import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { ask, untilComplete } from './harness/ask.ts'
import { root } from './harness/root.ts'
import { expectAccessible, expectNoSidewaysScroll } from './harness/screen-checks.ts'
import { test } from './harness/scripted-model.ts'
import { expect } from './harness/test.ts'

test.use({ expectedErrors: { statuses: [400, 401, 422] } })

const notes = { name: 'journal.txt', mimeType: 'text/plain', buffer: Buffer.from('Erreur 42 au port 7') }
// The end record of an empty archive is a whole ZIP file.
const zip = {
  name: 'archive.zip',
  mimeType: 'application/zip',
  buffer: Buffer.concat([Buffer.from('PK\u0005\u0006', 'latin1'), Buffer.alloc(18)]),
}
const pixel = {
  name: 'capture.png',
  mimeType: 'image/png',
  buffer: Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
    'base64',
  ),
}

test('files are read, refused with why, sent and saved', async ({ enter, model }) => {
  const page = await enter('mmartin')
  await page.goto('/wibot')
  const files = page.getByRole('list', { name: 'Fichiers à envoyer' })
  const choose = page.locator('input[type="file"]')
  await choose.setInputFiles([notes, pixel, zip])
  await expect(files.getByRole('listitem').filter({ hasText: 'journal.txt' })).toContainText('prêt')
  await expect(files.getByRole('img')).toHaveCount(0)
  const refused = files.getByRole('listitem').filter({ hasText: 'archive.zip' })
  await expect(refused.getByRole('alert')).toBeVisible()
  await expect(page.getByText('Retirez le fichier refusé pour envoyer.')).toBeHidden()
  await page.getByLabel('Message à WIBOT').fill('Que dit le journal ?')
  await expect(page.getByText('Retirez le fichier refusé pour envoyer.')).toBeVisible()
  await expectAccessible(page, { name: 'files of a draft' })
  await expectNoSidewaysScroll(page, { name: 'files of a draft' })
  await page.screenshot({ path: join(root, 'test-results/files.png') })
  await refused.getByRole('button', { name: 'Retirer archive.zip' }).click()
  await expect(refused).toHaveCount(0)
  model.control.reply({ parts: [{ text: 'Une erreur 42.' }] })
  await untilComplete(await ask(page, 'Que dit le journal ?'))
  await expect(files).toHaveCount(0)
  const sent = page.getByRole('list', { name: 'Fichiers joints' })
  await expect(sent.getByRole('listitem')).toHaveCount(2)
  const download = page.waitForEvent('download')
  await sent.getByRole('link', { name: /journal\.txt/ }).click()
  expect(await readFile(await (await download).path(), 'utf8')).toBe('Erreur 42 au port 7')
  await expectAccessible(page, { name: 'files of a question' })
  await page.screenshot({ path: join(root, 'test-results/files-sent.png') })
})
