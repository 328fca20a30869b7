import { readFile } from 'node:fs/promises'
import { beforeAll, expect, test } from 'vitest'
import { useAppServer } from '../support/app-server.ts'
import { settled, useBrowser } from '../support/browser.ts'
import { startDemo, visitDemoAs } from '../support/pages.ts'

const app = useAppServer()
const open = useBrowser()

beforeAll(() => startDemo(app()))

test('an admin finds a change in the trail, sees before and after, and takes the file along', async () => {
  const { context, page } = await open(app().url)
  await visitDemoAs(context, app(), 'admin')
  await page.goto('/settings/audit')
  await page.getByRole('table', { name: 'Events, newest first' }).waitFor()
  await page.getByRole('link', { name: 'Next page' }).click()
  await page.getByRole('link', { name: 'First page' }).click()
  await page.getByLabel('Action begins with').fill('practice.')
  // Until the answer is here, the list of before stays in sight.
  const filtered = page.waitForResponse(/\/audit\?.*action=practice/)
  await page.getByRole('button', { name: 'Apply' }).click()
  await filtered
  await page.waitForURL(/action=practice\./)
  await page.getByRole('rowheader', { name: 'Practice answered' }).first().waitFor()
  // The list before stays in sight until its successor is there.
  await page.getByRole('rowheader').filter({ hasNotText: 'Practice answered' }).first().waitFor({ state: 'detached' })
  const subject =
    (await page
      .getByRole('link', { name: /^team:/ })
      .first()
      .textContent()) ?? ''
  await page.getByRole('link', { name: subject }).first().click()
  await page.waitForURL(/subject=/)
  const taking = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Export CSV' }).click()
  const file = await (await taking).path()
  const lines = (await readFile(file, 'utf8')).trimEnd().split('\r\n')
  expect(lines.length).toBeGreaterThan(2)
  expect(lines.slice(1).every((line) => line.includes(`,practice.answered,${subject},`))).toBe(true)
  await page.getByRole('link', { name: 'Show all' }).click()
  await page.getByRole('rowheader', { name: 'Audit exported' }).first().waitFor()
  await page.getByLabel('Search').fill('nothing like this')
  await page.keyboard.press('Enter')
  await page.getByText('No event fits. Change the filters.').waitFor()
  await settled(page)
})

test('the trail is neither in the menu of an engineer nor on its page', async () => {
  const { context, page } = await open(app().url)
  await visitDemoAs(context, app(), 'engineer')
  await page.goto('/settings/audit')
  await page.getByText('Only an admin may read the audit trail').waitFor()
  expect(await page.getByRole('navigation', { name: 'Pages' }).getByRole('link', { name: 'Audit' }).count()).toBe(0)
  expect(await page.getByRole('table').count()).toBe(0)
})
