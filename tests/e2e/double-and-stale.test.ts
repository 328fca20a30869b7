import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { useAppServer } from '../support/app-server.ts'
import { settled, useBrowser } from '../support/browser.ts'
import { acknowledgeNotice } from '../support/notice.ts'
import { password } from './thirty-people.ts'

const app = useAppServer()
const open = useBrowser()

const email = 'ada@example.org'

/** Signed in as the admin, who starts the organisation if nobody has yet. */
async function asAdmin() {
  const { context, page } = await open(app().url)
  const start = { token: app().firstRun, organisation: 'Acme', name: 'Ada Admin', email, password }
  const started = await context.request.post('/api/v1/setup/organisation', { data: start })
  if (!started.ok()) await context.request.post('/api/v1/sessions', { data: { email, password } })
  await acknowledgeNotice(context, app().url)
  return { context, page }
}

/** Every change the page asks for, as method and path; drafts save themselves and are left out. */
function changesOf(page: Page): string[] {
  const changes: string[] = []
  page.on('request', (request) => {
    const { pathname } = new URL(request.url())
    if (request.method() !== 'GET' && !pathname.endsWith('/draft'))
      changes.push(`${request.method()} ${pathname.replace('/api/v1', '').replaceAll(/[0-9a-f-]{36}/g, '…')}`)
  })
  return changes
}

test('a double click imports once', async () => {
  const { context, page } = await asAdmin()
  await page.goto('/people/import')
  await page.getByLabel('CSV file').fill('name,email,team,role\nBea,bea@example.org,Platform,Platform Engineer')
  await page.getByRole('button', { name: 'Check the file' }).click()
  await page.getByRole('button', { name: 'Import', exact: true }).waitFor()
  await page.getByRole('button', { name: 'Import', exact: true }).dblclick()
  await page.getByRole('heading', { name: 'The file was imported' }).waitFor()
  // The second click, where it is sent at all, repeats the first: it does not find a person who is there "as before".
  expect(
    await page
      .getByRole('term')
      .filter({ hasText: /^People added$/ })
      .locator('xpath=following-sibling::dd[1]')
      .innerText(),
  ).toBe('1')
  const { people } = await (await context.request.get('/api/v1/people?search=bea')).json()
  expect(people).toHaveLength(1)
})

test('a double click submits an assessment once', async () => {
  const { page } = await asAdmin()
  await page.goto('/assessment')
  await page.getByText('Engineering foundations').click()
  await page.getByRole('radiogroup', { name: 'Git and version control' }).getByRole('radio', { name: /^4 / }).check({ force: true })
  const changes = changesOf(page)
  await page.getByRole('button', { name: 'Submit 1 rating' }).dblclick()
  await page.getByRole('heading', { name: '1 rating is submitted' }).waitFor()
  expect(changes).toEqual(['POST /people/…/assessments'])
})

test('a double click adds a person once', async () => {
  const { context, page } = await asAdmin()
  await page.goto('/people')
  await page.getByRole('button', { name: 'Add a person' }).click()
  const dialog = page.getByRole('dialog', { name: 'Add a person' })
  await dialog.getByLabel('Name').fill('Dora Double')
  await dialog.getByLabel('E-mail address').fill('dora@example.org')
  const changes = changesOf(page)
  await dialog.getByRole('button', { name: 'Add', exact: true }).dblclick()
  await dialog.waitFor({ state: 'detached' })
  expect(changes).toEqual(['POST /people'])
  const { people } = await (await context.request.get('/api/v1/people?search=dora')).json()
  expect(people).toHaveLength(1)
})

test('whoever saves over someone else’s change is told, and keeps what they typed', async () => {
  const { context, page } = await asAdmin()
  await page.goto('/people')
  await page.getByRole('button', { name: 'Change Ada Admin' }).click()
  const dialog = page.getByRole('dialog', { name: /^Change / })
  await dialog.getByLabel('Name').fill('Ada of the stale tab')

  const other = await context.newPage()
  await other.goto('/people')
  await other.getByRole('button', { name: 'Change Ada Admin' }).click()
  await other.getByRole('dialog').getByLabel('Name').fill('Ada of the other tab')
  await other.getByRole('button', { name: 'Save' }).click()
  await other.getByRole('rowheader', { name: 'Ada of the other tab' }).waitFor()

  await dialog.getByRole('button', { name: 'Save' }).click()
  await dialog.getByRole('alert').waitFor()
  expect(await dialog.getByRole('alert').innerText()).toMatch(/meantime|changed/i)
  expect(await dialog.getByLabel('Name').inputValue()).toBe('Ada of the stale tab')
  await other.reload()
  await other.getByRole('rowheader', { name: 'Ada of the other tab' }).waitFor()
  // Having seen it, one may still save one's own.
  await dialog.getByRole('button', { name: 'Save' }).click()
  await page.getByRole('rowheader', { name: 'Ada of the stale tab' }).waitFor()
})

test('someone signed out meanwhile signs in and is back on the page', async () => {
  const { context, page } = await asAdmin()
  await page.goto('/people/import')
  await settled(page)
  await context.clearCookies()
  await page.getByRole('navigation', { name: 'Pages' }).getByRole('link', { name: 'People & teams' }).click()
  await page.getByRole('heading', { level: 1, name: 'Sign in' }).waitFor()
  await page.getByLabel('E-mail address').fill(email)
  await page.getByLabel('Password', { exact: true }).fill('a wrong password')
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await page.getByText('E-mail address or password is not right.').waitFor()
  expect(await page.getByLabel('E-mail address').inputValue()).toBe(email)
  await page.getByLabel('Password', { exact: true }).fill(password)
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await page.getByRole('heading', { level: 1, name: 'People & teams' }).waitFor()
})

const malformed = [
  {
    what: 'a quote that is never closed',
    text: 'name,email,team,role\n"Bea,bea2@example.org,Platform,Platform Engineer',
    words: 'In line 2 a double quote opens a cell and none closes it. Close it, or take it away.',
  },
  {
    what: 'a missing column',
    text: 'name,team,role\nBea,Platform,Platform Engineer',
    words: 'Column "email" is missing. Add it to the first line.',
  },
  {
    what: 'no table at all',
    text: '{"people": []}',
    words: 'In line 1 a double quote stands within a cell. Put the whole cell in double quotes and write each one within it twice.',
  },
  {
    what: 'an address twice',
    text: 'name,email,team,role\nBea,b3@example.org,Platform,Platform Engineer\nBo,b3@example.org,Platform,Platform Engineer',
    words: 'The same e-mail address stands in line 3. Keep one line per person.',
  },
]

for (const { what, text, words } of malformed) {
  test(`a file with ${what} is answered in words and kept`, async () => {
    const { page } = await asAdmin()
    await page.goto('/people/import')
    await page.getByLabel('CSV file').fill(text)
    await page.getByRole('button', { name: 'Check the file' }).click()
    await page.getByText(words).first().waitFor()
    expect(await page.getByRole('button', { name: 'Import', exact: true }).isDisabled()).toBe(true)
    expect(await page.getByLabel('CSV file').inputValue()).toBe(text)
  })
}
