import { beforeAll, expect, test } from 'vitest'
import { useAppServer } from '../support/app-server.ts'
import { settled, useBrowser } from '../support/browser.ts'
import { startDemo, visitDemoAs } from '../support/pages.ts'

const app = useAppServer()
const open = useBrowser()

beforeAll(() => startDemo(app()))

test('someone makes a token, copies it, works with it and revokes it', async () => {
  const { context, page } = await open(app().url)
  await context.grantPermissions(['clipboard-write'])
  const { teamId } = await visitDemoAs(context, app(), 'engineer')
  await page.goto('/')
  await settled(page)
  await page.getByRole('button', { name: /: account and theme$/ }).click()
  await page.getByRole('link', { name: 'Tokens' }).click()
  await page.getByText('You have no token.').waitFor()
  expect(await page.getByRole('heading', { name: 'Organisation tokens' }).count()).toBe(0)

  await page.getByRole('button', { name: 'Make a token' }).click()
  const dialog = page.getByRole('dialog', { name: 'Make a token' })
  expect(await dialog.getByRole('checkbox', { name: /heatmaps/ }).count()).toBe(0)
  await dialog.getByRole('button', { name: 'Make the token' }).click()
  await dialog.getByText('Choose at least one thing that the token may do.').waitFor()
  await dialog.getByRole('textbox', { name: 'Name' }).fill('Nightly evidence')
  await dialog.getByRole('checkbox', { name: 'Read the teams’ checklists' }).check()
  await dialog.getByRole('checkbox', { name: 'Answer practices' }).check()
  await dialog.getByLabel('Ends after').selectOption('7 days')
  await dialog.getByRole('radio', { name: 'people’s development' }).check()
  await dialog.getByRole('button', { name: 'Make the token' }).click()
  await page.getByRole('button', { name: 'Copy the token' }).click()
  await page.getByText('Copied. Keep it where only the program reads it.').waitFor()
  const secret = await page.getByRole('textbox', { name: 'Token' }).inputValue()
  expect(secret).toMatch(/^plumb_pat_[0-9A-Za-z]{49}$/)
  await page.getByRole('button', { name: 'Done' }).click()

  const row = page.getByRole('row', { name: /Nightly evidence/ })
  await row.getByText('never').waitFor()
  await row.getByText('soon').waitFor()
  expect(await page.content()).not.toContain(secret)
  const ask = async (path: string) => (await fetch(`${app().url}/api/v1${path}`, { headers: { authorization: `Bearer ${secret}` } })).status
  expect([await ask(`/teams/${teamId}/practices`), await ask('/people')]).toEqual([200, 403])
  await page.reload()
  await settled(page)
  expect(await row.getByText('never').count()).toBe(0)

  await row.getByRole('button', { name: 'Revoke Nightly evidence' }).click()
  await page.getByRole('button', { name: 'Revoke it' }).click()
  await page.getByText('Nightly evidence was revoked.').waitFor()
  await page.getByText('You have no token.').waitFor()
  expect(await ask(`/teams/${teamId}/practices`)).toBe(401)
})

test('an admin makes a token of the organisation by keyboard and revokes somebody’s personal one', async () => {
  const { context, page } = await open(app().url)
  await visitDemoAs(context, app(), 'lead')
  const body = { name: 'Lead’s script', scopes: ['heatmap:read'], days: 30, purpose: 'staffing' }
  const { secret } = (await (await context.request.post(`${app().url}/api/v1/tokens`, { data: body })).json()) as { secret: string }
  await visitDemoAs(context, app(), 'admin')
  await page.goto('/settings/tokens')
  await settled(page)

  await page.getByRole('button', { name: 'Make an organisation token' }).press('Enter')
  const dialog = page.getByRole('dialog', { name: 'Make an organisation token' })
  await page.keyboard.type('HR feed')
  await dialog.getByRole('checkbox', { name: 'Add, change and import people' }).press('Space')
  expect(await dialog.getByRole('checkbox', { name: /ratings of people|heatmaps/ }).count()).toBe(0)
  await dialog.getByRole('radio', { name: 'people’s development' }).press('Space')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await page.getByRole('dialog', { name: 'HR feed was made' }).getByRole('textbox', { name: 'Token' }).waitFor()
  await page.keyboard.press('Escape')
  await page.getByRole('table', { name: 'Organisation tokens' }).getByRole('rowheader', { name: 'HR feed' }).waitFor()

  await page.getByRole('table', { name: 'Everybody’s tokens' }).getByRole('button', { name: 'Revoke Lead’s script' }).click()
  await page.getByRole('button', { name: 'Revoke it' }).click()
  await page.getByText('Nobody has a token.').waitFor()
  const refused = await fetch(`${app().url}/api/v1/me`, { headers: { authorization: `Bearer ${secret}` } })
  expect(refused.status).toBe(401)
})
