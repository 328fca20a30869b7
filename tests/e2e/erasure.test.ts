import { readFile } from 'node:fs/promises'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { useAppServer } from '../support/app-server.ts'
import { settled, useBrowser } from '../support/browser.ts'
import { acknowledgeNotice } from '../support/notice.ts'

const app = useAppServer()
const open = useBrowser()
const password = 'a long test password'

/** A new organisation with Mia in it, who has not signed in yet. Gives the secret of her invitation. */
async function invited(): Promise<string> {
  const { url, firstRun } = app()
  const send = async (path: string, cookie: string, body?: unknown) => {
    const answer = await fetch(`${url}/api/v1${path}`, {
      method: 'POST',
      headers: { cookie, 'content-type': 'application/json' },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    })
    if (!answer.ok) throw new Error(`${path}: ${await answer.text()}`)
    return answer
  }
  const ada = { token: firstRun, organisation: 'Acme', name: 'Ada Admin', email: 'ada@example.org', password }
  const cookie = (await send('/setup/organisation', '', ada)).headers
    .getSetCookie()
    .map((one) => one.split(';')[0])
    .join('; ')
  const mia = (await (await send('/people', cookie, { name: 'Mia Member', email: 'mia@example.org' })).json()) as { id: string }
  return ((await (await send(`/people/${mia.id}/invitation`, cookie)).json()) as { secret: string }).secret
}

async function fileAfter(page: Page, press: () => Promise<void>): Promise<{ name: string; text: string }> {
  const taking = page.waitForEvent('download')
  await press()
  const taken = await taking
  return { name: taken.suggestedFilename(), text: await readFile(await taken.path(), 'utf8') }
}

test('I take everything held on me along, erase myself with the keyboard, keep the proof, and cannot sign in again', async () => {
  const { context, page } = await open(app().url)
  const accepted = await context.request.post(`/api/v1/invitations/${await invited()}`, { data: { password } })
  expect(accepted.status()).toBe(201)
  await acknowledgeNotice(context, app().url)
  await page.goto('/')
  await settled(page)
  await page.getByRole('button', { name: /account and theme/ }).click()
  await page.getByRole('link', { name: 'What is held on me' }).click()
  await page.getByRole('rowheader', { name: 'Ratings and notes' }).waitFor()

  const json = await fileAfter(page, () => page.getByRole('button', { name: 'Download JSON' }).click())
  expect(json.name).toMatch(/^plumbline-my-data-.*\.json$/)
  expect(JSON.parse(json.text).profile[0].email).toBe('mia@example.org')
  const csv = await fileAfter(page, () => page.getByRole('button', { name: 'Download CSV' }).click())
  expect(csv.text).toContain('profile,')

  await page.getByRole('button', { name: 'Erase me…' }).focus()
  await page.keyboard.press('Enter')
  const dialog = page.getByRole('dialog', { name: 'Erase me for good?' })
  await page.keyboard.type('Mia')
  expect(await dialog.getByRole('button', { name: 'Erase me' }).isDisabled()).toBe(true)
  await page.keyboard.type(' Member')
  await dialog.getByRole('button', { name: 'Erase me' }).focus()
  const proof = await fileAfter(page, () => page.keyboard.press('Enter'))
  expect(proof.text).not.toContain('Mia')
  const { id } = JSON.parse(proof.text) as { id: string }
  await page.getByRole('heading', { name: 'You were erased', level: 1 }).waitFor()
  expect(await (await context.request.get(`/api/v1/erasures/${id}`)).json()).toEqual(JSON.parse(proof.text))
  expect((await fileAfter(page, () => page.getByRole('button', { name: 'Save the proof again' }).click())).text).toBe(proof.text)

  await page.getByRole('button', { name: 'Leave' }).click()
  await page.waitForURL(/\/sign-in$/)
  await page.getByLabel('E-mail address').fill('mia@example.org')
  await page.getByLabel('Password', { exact: true }).fill(password)
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await page.getByText('E-mail address or password is not right.').waitFor()
})
