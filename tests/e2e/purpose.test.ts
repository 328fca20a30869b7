import type { Page } from 'playwright-core'
import { AxeBuilder } from '@axe-core/playwright'
import { beforeAll, expect, test } from 'vitest'
import { personas } from '@plumbline/server/demo/cast.ts'
import { useAppServer } from '../support/app-server.ts'
import { settled, useBrowser } from '../support/browser.ts'
import { tabTo } from '../support/keyboard.ts'
import { startDemo, visitDemoAs } from '../support/pages.ts'

const app = useAppServer()
const open = useBrowser()

beforeAll(() => startDemo(app()))

const flawsOf = async (page: Page) =>
  (
    await new AxeBuilder({ page })
      .options({ resultTypes: ['violations'] })
      .setLegacyMode()
      .analyze()
  ).violations.map(({ id }) => id)

const dialogOf = (page: Page) => page.getByRole('dialog', { name: 'What do you open this for?' })

test('a lead is asked once what for, by keyboard, and those in the team see who read it, when and why', async () => {
  const lead = await open(app().url)
  const { teamId } = await visitDemoAs(lead.context, app(), 'lead', { purpose: null })
  const { page } = lead
  const address = `/teams/${teamId}?sort=name&view=heatmap`
  await page.goto(address)
  const dialog = dialogOf(page)
  await dialog.waitFor()
  expect(await page.getByRole('grid').count()).toBe(0)
  expect(await flawsOf(page)).toEqual([])
  await page.keyboard.press('Enter')
  await dialog.getByText('Choose one of the three.').waitFor()
  await page.keyboard.press('Escape')
  await dialog.waitFor({ state: 'hidden' })
  await tabTo(page, page.getByRole('button', { name: 'Say what for' }))
  await page.keyboard.press('Enter')
  await tabTo(page, dialog.getByRole('radio', { name: /^Development/ }))
  await page.keyboard.press('ArrowDown')
  expect(await dialog.getByRole('radio', { name: /^Staffing/ }).isChecked()).toBe(true)
  await page.keyboard.press('Enter')
  await page.getByRole('grid').waitFor()
  expect(new URL(page.url()).pathname + new URL(page.url()).search).toBe(address)

  await page.goto('/framework/skills/kubernetes')
  await page.getByText('hold it;').waitFor()
  expect(await dialog.count()).toBe(0)

  await page.getByRole('button', { name: /account and theme$/ }).click()
  await page.getByLabel('Reading others for').selectOption('Hiring')
  await page.goto(address)
  await page.getByRole('grid').waitFor()

  const member = await open(app().url)
  await visitDemoAs(member.context, app(), 'engineer', { purpose: null })
  await member.page.goto('/')
  await member.page.getByRole('button', { name: /account and theme$/ }).click()
  await member.page.getByRole('link', { name: 'Who read it' }).click()
  await settled(member.page)
  const rows = member.page.getByRole('table', { name: 'Reads, newest first' }).getByRole('row')
  await rows.filter({ hasText: personas.lead.name }).first().waitFor()
  const told = (await rows.allInnerTexts()).slice(1).map((row) => row.split('\t').slice(0, 2))
  expect(told).toContainEqual([personas.lead.name, 'Hiring'])
  expect(told).toContainEqual([personas.lead.name, 'Staffing'])
  await member.page.getByLabel('Purpose').selectOption('Staffing')
  await member.page.waitForURL(/purpose=staffing/)
  await rows.filter({ hasText: 'Hiring' }).first().waitFor({ state: 'detached' })
  await member.page.getByLabel('Purpose').selectOption('Development')
  await member.page.getByText('Nothing fits. Change the filters.').waitFor()
  expect(await flawsOf(member.page)).toEqual([])
})

test('who opens nobody’s data is never asked', async () => {
  const { context, page } = await open(app().url)
  await visitDemoAs(context, app(), 'engineer', { purpose: null })
  for (const address of ['/', '/assessment', '/framework/skills/kubernetes', '/me/record', '/people']) {
    await page.goto(address)
    await settled(page)
    expect(await dialogOf(page).count()).toBe(0)
  }
})
