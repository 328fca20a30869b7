import type { BrowserContext, Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { useAppServer } from '../support/app-server.ts'
import { settled, useBrowser } from '../support/browser.ts'
import { acknowledgeNotice, readTheNotice } from '../support/notice.ts'
import { password } from './thirty-people.ts'

const app = useAppServer()
const open = useBrowser()

const email = 'ada@example.org'

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true })
const dialog = (page: Page, name: string) => page.getByRole('dialog', { name, exact: true })
const scale = (page: Page, skill: string) => page.getByRole('radiogroup', { name: skill, exact: true })
const choice = (page: Page, skill: string, level: number) => scale(page, skill).getByRole('radio', { name: new RegExp(`^${level} `) })
const toView = async (page: Page, name: string) => {
  await page.getByRole('navigation', { name: 'Draft' }).getByRole('link', { name, exact: true }).click()
  await settled(page)
}

/** Signed in as the admin, who starts the organisation if nobody has yet. */
async function asAdmin() {
  const { context, page } = await open(app().url)
  const start = { token: app().firstRun, organisation: 'Acme', name: 'Ada Admin', email, password }
  const started = await context.request.post('/api/v1/setup/organisation', { data: start })
  if (!started.ok()) await context.request.post('/api/v1/sessions', { data: { email, password } })
  await acknowledgeNotice(context, app().url)
  return { context, page }
}

async function ask<Body>(context: BrowserContext, method: 'post' | 'put', path: string, data?: unknown): Promise<Body> {
  const answer = await context.request[method](`/api/v1${path}`, data === undefined ? {} : { data })
  if (!answer.ok()) throw new Error(`${method} ${path}: ${answer.status()} ${await answer.text()}`)
  return (await answer.json()) as Body
}

/** A team of cost, whose only member is Mia; it wants two FinOps engineers. */
async function teamOfMia(context: BrowserContext) {
  const { id: teamId } = await ask<{ id: string }>(context, 'post', '/teams', { name: 'Cost', parentId: null })
  const mia = { name: 'Mia Member', email: 'mia@example.org', teamId, roleId: 'finops-engineer' }
  const { id } = await ask<{ id: string }>(context, 'post', '/people', mia)
  const { secret } = await ask<{ secret: string }>(context, 'post', `/people/${id}/invitation`)
  await ask(context, 'put', `/teams/${teamId}/demand`, { demand: [{ roleId: 'finops-engineer', people: 2 }] })
  return { teamId, secret }
}

async function copyIntoDraft(page: Page, name: string): Promise<void> {
  await page.goto('/framework/versions')
  await button(page, 'Copy into a draft: version 2026.1').click()
  await page.getByLabel('Name of the draft').fill(name)
  await button(page, 'Copy').click()
  await page.getByText(`“${name}”, copied from version 2026.1`).waitFor()
}

/*
 * Mia rates git 2, docker 3 and serverless 2 of the 24 skills that her role expects. Then, in the draft,
 *   "Cost storytelling" is new and expected at 3        1 new question for her
 *   docker is split into two                            her 3 stands under both: no question is new, none is lost
 *   serverless is dropped                               her 2 loses its place: 1 rating of 1 person, 1 question less
 *   git is expected at 4 instead of 2                   more is expected of her, her 2 stays
 * Her role expects 24 - docker - serverless + 2 + 1 = 25 skills afterwards, of which git and the two halves of docker are answered: 3.
 * The team is she alone. Readiness before: full are 3 × 43 (musts) + 35 (shoulds) = 164, she has 2 + 2 + 2 = 6: 3.66 %; met are 3 of 24: 12.5 %.
 * After: the shoulds are 35 - 2 - 2 - 2 + 4 (git) + 2 + 2 (halves) + 3 (new) = 40, so full are 169; she has 2 + 2 + 2 = 6: 3.55 %; met are the
 * halves, 2 of 25: 8 %; git is one below.
 */
test('an admin makes a version of their own, and a member’s ratings go on in it', async () => {
  const { context, page } = await asAdmin()
  const { teamId, secret } = await teamOfMia(context)
  const mia = await open(app().url)
  await mia.page.goto(`/join#${secret}`)
  await mia.page.getByLabel('Password', { exact: true }).fill(password)
  await button(mia.page, 'Join').click()
  await readTheNotice(mia.page)
  await mia.page.getByRole('heading', { level: 1, name: 'Home' }).waitFor()
  await rateThree(mia.page)
  const { id: reportId } = await ask<{ id: string }>(context, 'post', '/hiring/reports', { teams: [teamId] })

  await ask(context, 'put', '/sessions/current/purpose', { purpose: 'development' })
  await readTheTrend(page, teamId, ['4 %', '3, 13 %', '0', '21', '24'])

  await copyIntoDraft(page, 'Acme expectations')
  await editTheDraft(page)
  await readTheDifferences(page)
  await readTheEffect(page)
  await publish(page)

  await readMyAssessment(mia.page)
  await readTheTrend(page, teamId, ['4 %', '2, 8 %', '1', '22', '25'])
  await page.getByRole('list', { name: 'Published versions' }).getByText('Acme expectations, version 2026.1-1').waitFor()
  await readTheOldReport(page, reportId)
  expect(new URL(page.url()).pathname).toBe(`/hiring/reports/${reportId}`)
})

async function rateThree(page: Page): Promise<void> {
  await page.goto('/assessment')
  await choice(page, 'Git and version control', 2).check({ force: true })
  await choice(page, 'Docker and containerisation', 3).check({ force: true })
  await choice(page, 'Serverless and FaaS operation', 2).check({ force: true })
  await button(page, 'Submit 3 ratings').click()
  await page.getByRole('heading', { name: '3 ratings are submitted' }).waitFor()
}

/** The row of today: readiness, met, below, not rated, expected. */
async function readTheTrend(page: Page, teamId: string, today: readonly string[]): Promise<void> {
  await page.goto(`/teams/${teamId}?view=trend`)
  const row = page.getByRole('row').filter({ has: page.getByRole('rowheader', { name: 'Today', exact: true }) })
  await row.waitFor()
  expect((await row.getByRole('cell').allInnerTexts()).map((text) => text.replaceAll(/\s+/g, ' '))).toEqual(today)
}

async function editTheDraft(page: Page): Promise<void> {
  await page.getByLabel('Edit', { exact: true }).selectOption('Skills')
  await button(page, 'Add a skill').click()
  const add = dialog(page, 'Add a skill')
  await add.getByLabel('Name', { exact: true }).fill('Cost storytelling')
  expect(await add.getByLabel('Id', { exact: true }).inputValue()).toBe('cost-storytelling')
  await add.getByLabel('Category').selectOption('FinOps')
  await add.getByRole('button', { name: 'Add', exact: true }).click()
  await add.waitFor({ state: 'detached' })

  await button(page, 'Split Docker and containerisation').click()
  const split = dialog(page, 'Split Docker and containerisation in two')
  await split.getByLabel('First skill').fill('Container images')
  await split.getByLabel('Second skill').fill('Container runtimes')
  await button(page, 'Split').click()
  await split.waitFor({ state: 'detached' })

  await button(page, 'Remove Serverless and FaaS operation').click()
  const remove = dialog(page, 'Remove Serverless and FaaS operation?')
  await remove.getByText('Its ratings stay in the history', { exact: false }).waitFor()
  await remove.getByRole('button', { name: 'Remove', exact: true }).click()
  await remove.waitFor({ state: 'detached' })
  for (const name of ['Cost storytelling', 'Container images', 'Container runtimes'])
    await page.getByRole('rowheader', { name: `${name} new`, exact: true }).waitFor()
  expect(await page.getByRole('rowheader', { name: /^(Docker and containerisation|Serverless and FaaS operation)/ }).count()).toBe(0)

  await page.getByLabel('Edit', { exact: true }).selectOption('Expectations')
  await page.getByLabel('Role', { exact: true }).selectOption('FinOps-responsible Engineer')
  await page.getByLabel('Level of Git and version control').selectOption('4 advanced')
  await page.getByLabel('Level of Cost storytelling').selectOption('3 independent')
  await page.getByLabel('Your own reason for Cost storytelling').fill('Our finance partners ask for it.')
  await button(page, 'Save 2 changes').click()
  await button(page, 'Nothing to save').waitFor()
}

async function readTheDifferences(page: Page): Promise<void> {
  await toView(page, 'Differences')
  const lines = await page
    .getByRole('listitem')
    .filter({ hasText: /^(added|changed|removed)/ })
    .allInnerTexts()
  const heads = lines.map((line) => (line.split('\n')[0] ?? '').replaceAll(/\s+/g, ' '))
  expect(heads).toContain('added Cost storytelling')
  expect(heads).toContain('removed Docker and containerisation taken over by Container images and Container runtimes')
  expect(heads).toContain('removed Serverless and FaaS operation dropped, nothing takes over')
  expect(heads.find((line) => line.startsWith('changed FinOps-responsible Engineer: Git and version control'))).toMatch(
    / 2 assisted, (must|should) → 4 advanced, \1$/,
  )
  expect(heads).toContain('added FinOps-responsible Engineer: Cost storytelling blank → 3 independent, should')
}

async function readTheEffect(page: Page): Promise<void> {
  await toView(page, 'Effect')
  for (const sentence of [
    '1 person gets 1 new question.',
    '1 person is no longer asked 1 question.',
    'More is expected of 1 person in at least one skill.',
    '1 rating loses its place.',
    '1 rating is carried over.',
  ])
    await page.getByRole('listitem').filter({ hasText: sentence }).waitFor()
  const cells = async (table: string) => {
    const row = page.getByRole('table', { name: table }).getByRole('row').nth(1)
    return [await row.getByRole('rowheader').innerText(), ...(await row.getByRole('cell').allInnerTexts())]
  }
  expect(await cells('Ratings that lose their place')).toEqual(['Serverless and FaaS operation', 'nothing', '1', '1'])
  expect(await cells('Ratings that are carried over')).toEqual([
    'Docker and containerisation',
    'Container images, Container runtimes',
    '1',
    '1',
  ])
}

async function publish(page: Page): Promise<void> {
  await toView(page, 'Publish')
  await page.getByRole('listitem').filter({ hasText: '1 rating loses its place.' }).waitFor()
  await button(page, 'Publish …').click()
  await dialog(page, 'Publish the draft?').getByRole('button', { name: 'Publish', exact: true }).click()
  await page.getByRole('heading', { level: 1, name: 'Versions' }).waitFor()
  const version = page.getByRole('row').filter({ has: page.getByRole('rowheader', { name: '2026.1-1 measured with now', exact: true }) })
  await version.waitFor()
  const [name, origin, published, carried] = await version.getByRole('cell').allInnerTexts()
  expect([name, origin, carried]).toEqual(['Acme expectations', '2026.1', '1 skill split, 1 skill dropped'])
  expect(published).toMatch(/ by Ada Admin$/)
}

async function readMyAssessment(page: Page): Promise<void> {
  await page.goto('/assessment')
  await page.getByText('3 of 25 answered', { exact: true }).waitFor()
  for (const [skill, level] of [
    ['Git and version control', 2],
    ['Container images', 3],
    ['Container runtimes', 3],
  ] as const)
    expect(await choice(page, skill, level).isChecked(), `${skill} at ${level}`).toBe(true)
  expect(await scale(page, 'Docker and containerisation').count()).toBe(0)
  expect(await scale(page, 'Serverless and FaaS operation').count()).toBe(0)
  expect(await scale(page, 'Cost storytelling').getByRole('radio', { checked: true }).count()).toBe(0)
}

/** A report made before keeps the names and the version that it was made with. */
async function readTheOldReport(page: Page, reportId: string): Promise<void> {
  await page.goto(`/hiring/reports/${reportId}`)
  await settled(page)
  await page.getByText('Docker and containerisation').first().waitFor()
  await page.getByText('Serverless and FaaS operation').first().waitFor()
  expect(await page.getByText('Container images').count()).toBe(0)
}

test('a member reads the versions and cannot copy one, and is told why', async () => {
  const { context } = await asAdmin()
  const { id } = await ask<{ id: string }>(context, 'post', '/people', { name: 'Max Member', email: 'max@example.org' })
  const { secret } = await ask<{ secret: string }>(context, 'post', `/people/${id}/invitation`)
  const { page } = await open(app().url)
  await page.goto(`/join#${secret}`)
  await page.getByLabel('Password', { exact: true }).fill(password)
  await button(page, 'Join').click()
  await readTheNotice(page)
  await page.getByRole('heading', { level: 1, name: 'Home' }).waitFor()
  await page.goto('/framework/versions')
  expect(await button(page, 'Copy into a draft: version 2026.1').isDisabled()).toBe(true)
  await page.getByText('Only an admin may change what everyone is measured with.').waitFor()
  await page.goto('/framework/draft')
  await page.getByRole('heading', { name: 'For admins' }).waitFor()
})

test('whoever saves a skill over someone else’s change sees it, keeps what they typed, and may save again', async () => {
  const { context, page } = await asAdmin()
  await copyIntoDraft(page, 'Two at once')
  await page.goto('/framework/draft?list=skills')
  await button(page, 'Change Git and version control').click()
  const change = page.getByRole('dialog', { name: /^Change / })
  await change.getByLabel('Name', { exact: true }).fill('Git of this tab')

  const other = await context.newPage()
  await other.goto('/framework/draft?list=skills')
  await button(other, 'Change Git and version control').click()
  await other.getByRole('dialog').getByLabel('Name', { exact: true }).fill('Git of the other tab')
  await button(other, 'Save').click()
  await other.getByRole('rowheader', { name: 'Git of the other tab changed' }).waitFor()

  await change.getByRole('button', { name: 'Save' }).click()
  await change.getByRole('alert').waitFor()
  await change.getByText('Somebody else changed this meanwhile').waitFor()
  await change.getByText('Git of the other tab', { exact: true }).waitFor()
  expect(await change.getByLabel('Name', { exact: true }).inputValue()).toBe('Git of this tab')
  await change.getByRole('button', { name: 'Save' }).click()
  await page.getByRole('rowheader', { name: 'Git of this tab changed' }).waitFor()
  await discard(page)
})

test('what is typed and not saved is not lost by a click', async () => {
  const { page } = await asAdmin()
  await copyIntoDraft(page, 'Left halfway')
  await page.getByLabel('Edit', { exact: true }).selectOption('Roles')
  await button(page, 'Add a role').click()
  const add = dialog(page, 'Add a role')
  await add.getByLabel('Name', { exact: true }).fill('Cloud Gardener')
  await page.keyboard.press('Escape')
  await dialog(page, 'Leave without saving?').getByRole('button', { name: 'Keep editing' }).click()
  expect(await add.getByLabel('Name', { exact: true }).inputValue()).toBe('Cloud Gardener')
  // A summary and the sentence for blanks are missing: both are told at their fields.
  await add.getByRole('button', { name: 'Add', exact: true }).click()
  expect(await add.getByText('Fill this in.').count()).toBe(2)
  await page.goBack()
  await dialog(page, 'Leave without saving?').getByRole('button', { name: 'Throw it away' }).click()
  await add.waitFor({ state: 'detached' })
  await discard(page)
})

test('a file with faults is answered with the line of each and changes nothing', async () => {
  const { page } = await asAdmin()
  await copyIntoDraft(page, 'From a file')
  await toView(page, 'Import')
  const text = 'skill,name,category,finops-engineer\ngit,Git,engineering-foundations,7\n'
  await page.getByLabel('YAML or CSV file').fill(text)
  expect(await page.getByRole('radio', { name: 'A matrix of expectations (CSV)' }).isChecked()).toBe(true)
  await button(page, 'Replace its expectations').click()
  const problem = page.getByRole('table', { name: 'What is wrong in the file' }).getByRole('row').nth(1)
  await problem.waitFor()
  expect(await problem.getByRole('cell').allInnerTexts()).toEqual(['2', '4', 'git,Git,engineering-foundations,7'])
  expect(await page.getByLabel('YAML or CSV file').inputValue()).toBe(text)

  await page.getByLabel('YAML or CSV file').fill(text.replace(',7', ',3!'))
  await button(page, 'Replace its expectations').click()
  await page.getByText('The file is in the draft').waitFor()
  await page.getByText('2 assisted, ', { exact: false }).first().waitFor()
  await discard(page)
})

async function discard(page: Page): Promise<void> {
  await toView(page, 'Publish')
  await button(page, 'Discard the draft …').click()
  await dialog(page, 'Discard the draft?').getByRole('button', { name: 'Discard', exact: true }).click()
  await page.getByRole('heading', { level: 1, name: 'Versions' }).waitFor()
}
