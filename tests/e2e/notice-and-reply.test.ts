import type { Page } from 'playwright-core'
import { beforeAll, expect, test } from 'vitest'
import { useAppServer } from '../support/app-server.ts'
import { settled, useBrowser } from '../support/browser.ts'
import { startDemo, visitDemoAs } from '../support/pages.ts'

const app = useAppServer()
const open = useBrowser()

beforeAll(() => startDemo(app()))

const visit = (page: Page, as: string) => page.request.post('/api/v1/demo/visits', { data: { as, token: app().firstRun } })

test('by keyboard: the purpose text is read once, then a lead’s rating is answered, and the lead sees the answer beside it', async () => {
  const { page } = await open(app().url)
  await visit(page, 'engineer')
  await page.goto('/me/ratings')
  const notice = page.getByRole('dialog', { name: 'How your data is used' })
  await notice.getByText('What is recorded:').waitFor()
  await notice.getByRole('button', { name: 'I have read this' }).focus()
  await page.keyboard.press('Enter')
  await notice.waitFor({ state: 'detached' })
  await page.reload()
  await settled(page)
  expect(await notice.count()).toBe(0)

  const row = page
    .getByRole('row')
    .filter({ has: page.getByRole('button', { name: /^Answer: / }) })
    .first()
  const skill = await row.getByRole('rowheader').innerText()
  await row.getByRole('button', { name: `Answer: ${skill}` }).focus()
  await page.keyboard.press('Enter')
  const dialog = page.getByRole('dialog', { name: `Answer the rating of ${skill}` })
  await dialog.getByLabel('What I say to it').waitFor()
  await page.keyboard.type('I see this in another way: I did it twice.')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await page.getByText('Your answer stands beside the rating.').waitFor()
  const answered = page.getByRole('row').filter({ has: page.getByRole('rowheader', { name: skill, exact: true }) })
  await answered.getByText('I see this in another way: I did it twice.').waitFor()
  const me = (await (await page.request.get('/api/v1/me')).json()) as { person: { id: string; name: string; teamId: string } }

  const lead = await open(app().url)
  const { teamId } = await visitDemoAs(lead.context, app(), 'lead')
  await lead.page.goto(`/teams/${teamId}?sort=name`)
  await settled(lead.page)
  const { skills } = (await (await lead.page.request.get(`/api/v1/people/${me.person.id}/lead-ratings`)).json()) as {
    skills: { name: string; ratings: { reply: { text: string } | null }[] }[]
  }
  expect(skills.find(({ name }) => name === skill)?.ratings[0]?.reply?.text).toBe('I see this in another way: I did it twice.')
})

test('an admin notes that someone left and takes it back; sets the days; writes the text, which everyone is shown again', async () => {
  const { context, page } = await open(app().url)
  await visitDemoAs(context, app(), 'admin')
  await page.goto('/people?search=aoife')
  await settled(page)
  await page.getByRole('button', { name: 'Change Aoife Byrne' }).click()
  await page.getByRole('button', { name: 'Has left…' }).click()
  await page.getByText('stays unseen for 90 days').waitFor()
  await page.getByRole('button', { name: 'Note that they left' }).click()
  await page.getByText('Aoife Byrne left today.').waitFor()
  await page.getByText('Nobody fits.').waitFor()
  await page.getByLabel('Who').selectOption('Left')
  await page.getByRole('button', { name: 'Aoife Byrne is back' }).click()
  await page.getByRole('button', { name: 'They are back' }).click()
  await page.getByText('Aoife Byrne is back. Give them a team').waitFor()

  await page.goto('/settings/privacy')
  await settled(page)
  await page.getByText('Change the days').click()
  await page.getByLabel('People who left, in days').fill('29')
  await page.getByRole('button', { name: 'Keep these days' }).click()
  await page.getByText('Give whole days from 30 to 3,650.').waitFor()
  await page.getByLabel('People who left, in days').fill('60')
  await page.getByRole('button', { name: 'Keep these days' }).click()
  await page.getByText('The days are kept.').waitFor()
  const notice = page.getByRole('dialog', { name: 'How your data is used' })
  await notice.getByText('goes after 60 days').waitFor()
  await notice.getByRole('button', { name: 'I have read this' }).click()
  await notice.waitFor({ state: 'detached' })
  await page.getByLabel('Text', { exact: true }).fill('Only what we need.\n\nAsk us anything.')
  await page.getByRole('button', { name: 'Keep this text' }).click()
  await notice.getByText('Ask us anything.').waitFor()
  await notice.getByRole('button', { name: 'I have read this' }).click()
  await notice.waitFor({ state: 'detached' })
  const kept = (await (await page.request.get('/api/v1/notice')).json()) as { text: string; own: boolean }
  expect(kept).toMatchObject({ text: 'Only what we need.\n\nAsk us anything.', own: true })
})
