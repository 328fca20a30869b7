import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { useAppServer } from '../support/app-server.ts'
import { settled, useBrowser } from '../support/browser.ts'
import { tabTo } from '../support/keyboard.ts'
import { password } from './thirty-people.ts'

const app = useAppServer()
const open = useBrowser()

const people = `name,email,team,role,seniority,lead
Ada Admin,ada@example.org,Platform,Platform Engineer,senior,yes
Bea Okoye,bea@example.org,Platform,DevOps Engineer,mid,`

const keys = async (page: Page, ...pressed: string[]) => {
  for (const key of pressed) await page.keyboard.press(key)
}

async function enter(page: Page, label: string, text: string): Promise<void> {
  await tabTo(page, page.getByLabel(label, { exact: true }))
  await page.keyboard.insertText(text)
}

async function press(page: Page, role: 'button' | 'link', name: string): Promise<void> {
  await tabTo(page, page.getByRole(role, { name, exact: true }))
  await page.keyboard.press('Enter')
}

const heading = (page: Page, name: string | RegExp) => page.getByRole('heading', { level: 1, name, exact: true }).waitFor()

test('by keyboard alone an admin starts, imports, answers a checklist, reads a cell and makes a report', async () => {
  const { page } = await open(app().url)
  await page.goto(`/start#${app().firstRun}`)
  await enter(page, 'Organisation', 'Acme')
  await enter(page, 'Your name', 'Ada Admin')
  await enter(page, 'Your e-mail address', 'ada@example.org')
  await enter(page, 'Password', password)
  await page.keyboard.press('Enter')

  await press(page, 'button', 'I have read this')
  await page.getByRole('dialog').waitFor({ state: 'detached' })
  await heading(page, 'Home')
  await keys(page, 'g', 'e')
  await heading(page, 'People & teams')
  await press(page, 'link', 'Import a file')
  await enter(page, 'CSV file', people)
  await press(page, 'button', 'Check the file')
  await press(page, 'button', 'Import')
  await page.getByRole('heading', { name: 'The file was imported' }).waitFor()

  await keys(page, 'g', 'p')
  await heading(page, 'Practices of Platform')
  await tabTo(page, page.getByRole('radio', { name: 'None' }).first())
  await keys(page, 'ArrowRight', 'ArrowRight')
  expect(await page.getByRole('radio', { name: 'Most' }).first().isChecked()).toBe(true)
  await page.getByText('Answered by Ada Admin', { exact: false }).first().waitFor()

  await keys(page, 'g', 't')
  await heading(page, 'Platform')
  const asked = page.getByRole('dialog', { name: 'What do you open this for?' })
  await tabTo(page, asked.getByRole('radio', { name: /^Development/ }))
  await keys(page, 'Space', 'Enter')
  await page.getByRole('grid').waitFor()
  await settled(page)
  const focused = page.locator('[role="grid"] [tabindex="0"]')
  await tabTo(page, focused)
  await keys(page, 'Control+Home', 'ArrowDown', 'ArrowRight', 'Enter')
  const explanation = page.getByRole('dialog')
  await explanation.getByRole('heading', { name: 'Ratings' }).waitFor()
  await page.keyboard.press('Escape')
  await explanation.waitFor({ state: 'hidden' })
  expect(await focused.evaluate((element) => element === document.activeElement)).toBe(true)

  await keys(page, 'g', 'i')
  await heading(page, 'Hiring')
  await press(page, 'button', 'Make report')
  await heading(page, /^Hiring gaps of /)
  const counted = page
    .getByRole('term')
    .filter({ hasText: /^People counted$/ })
    .locator('xpath=following-sibling::dd[1]')
  expect(await counted.innerText()).toMatch(/^2\b/)
})
