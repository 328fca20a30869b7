import { beforeAll, expect, test } from 'vitest'
import { useAppServer } from '../support/app-server.ts'
import { settled, useBrowser } from '../support/browser.ts'
import { startDemo, visitDemoAs } from '../support/pages.ts'

const app = useAppServer()
const open = useBrowser()

beforeAll(() => startDemo(app()))

test('a lead rates one skill from the heatmap: the rating counts, and the explanation stays with the person', async () => {
  const { context, page } = await open(app().url)
  const { teamId } = await visitDemoAs(context, app(), 'lead')
  await page.goto(`/teams/${teamId}?sort=name`)
  await settled(page)
  const row = page
    .getByRole('grid')
    .getByRole('row')
    .filter({ has: page.getByRole('rowheader', { name: /^Aoife Byrne/ }) })
  await row.getByRole('gridcell').first().click()
  const explanation = page.getByRole('dialog', { name: /^Aoife Byrne · / })
  await explanation.getByText('Rate as their lead').click()
  await explanation.getByRole('button', { name: 'Keep the rating' }).click()
  await explanation.getByText('Choose a level or “not sure”.').waitFor()
  await explanation.getByRole('radio', { name: /^5 / }).check({ force: true })
  await explanation.getByLabel('Note').fill('Led the last migration.')
  await explanation.getByRole('button', { name: 'Keep the rating' }).click()
  await page.getByText('Your rating is kept.').waitFor()
  const counting = explanation.getByRole('listitem').filter({ hasText: 'Led the last migration.' })
  expect(await counting.innerText()).toContain('counts')
  expect(await counting.innerText()).toContain('Lead')
  expect(await row.getByRole('gridcell').first().innerText()).toBe('5')
})

test('whoever does not lead the team finds no way to rate', async () => {
  const { context, page } = await open(app().url)
  const { teamId } = await visitDemoAs(context, app(), 'admin')
  await page.goto(`/teams/${teamId}?sort=name`)
  await settled(page)
  await page.getByRole('grid').getByRole('row').nth(3).getByRole('gridcell').first().click()
  const explanation = page.getByRole('dialog')
  await explanation.getByRole('heading', { name: 'Ratings' }).waitFor()
  expect(await explanation.getByText('Rate as their lead').count()).toBe(0)
})
