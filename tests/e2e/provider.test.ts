import { once } from 'node:events'
import { createServer } from 'node:net'
import type { AddressInfo } from 'node:net'
import type { Page } from 'playwright-core'
import { afterAll, expect, test } from 'vitest'
import { useAppServer } from '../support/app-server.ts'
import { settled, useBrowser } from '../support/browser.ts'
import { tabTo } from '../support/keyboard.ts'
import { openMailbox, secretIn } from '../support/mailbox.ts'
import { readTheNotice } from '../support/notice.ts'
import { openOidc } from '../support/oidc.ts'
import { password } from './thirty-people.ts'

/** A port that is free now: the provider has to know where it sends browsers back to before our server listens. */
async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  server.close()
  await once(server, 'close')
  return port
}

const port = await freePort()
const oidc = await openOidc(() => [`http://localhost:${port}/sign-in/corp/callback`])
const mailbox = await openMailbox({ stays: true })
afterAll(async () => {
  oidc.stop()
  await mailbox.stop()
})

const app = useAppServer(() =>
  Promise.resolve({
    PORT: String(port),
    PLUMBLINE_OIDC: JSON.stringify([oidc.settings]),
    PLUMBLINE_OUTGOING_ALLOW: '127.0.0.1',
    ...mailbox.settings,
  }),
)
const open = useBrowser()

const heading = (page: Page, name: string) => page.getByRole('heading', { level: 1, name, exact: true }).waitFor()

async function press(page: Page, role: 'button' | 'link', name: string): Promise<void> {
  await tabTo(page, page.getByRole(role, { name, exact: true }))
  await page.keyboard.press('Enter')
}

async function enter(page: Page, label: string, text: string): Promise<void> {
  await tabTo(page, page.getByLabel(label, { exact: true }))
  await page.keyboard.insertText(text)
}

/** At the provider: types the name and goes on. */
async function signInThere(page: Page, user: string): Promise<void> {
  await heading(page, 'Corp Login')
  await enter(page, 'User', user)
  await page.keyboard.press('Enter')
}

const signOut = async (page: Page) => {
  await tabTo(page, page.getByRole('button', { name: /: account and theme$/ }))
  await page.keyboard.press('Enter')
  await press(page, 'button', 'Sign out')
}

async function startOrganisation(): Promise<string> {
  const answer = await fetch(`${app().url}/api/v1/setup/organisation`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ token: app().firstRun, organisation: 'Acme', name: 'Ada Admin', email: 'ada@example.org', password }),
  })
  expect(answer.status).toBe(201)
  return answer.headers
    .getSetCookie()
    .map((one) => one.split(';')[0])
    .join('; ')
}

test('by keyboard: invited by mail, someone joins with the provider, signs out and signs in with it; a forgotten password is reset by mail', async () => {
  const cookie = await startOrganisation()
  const ask = async (path: string, body?: unknown) => {
    const headers = { cookie, ...(body !== undefined && { 'content-type': 'application/json' }) }
    const answer = await fetch(`${app().url}/api/v1${path}`, {
      method: 'POST',
      headers,
      ...(body !== undefined && { body: JSON.stringify(body) }),
    })
    return (await answer.json()) as { id: string; mailed: boolean }
  }
  const { id } = await ask('/people', { name: 'Bea Okoye', email: 'bea@example.org' })
  expect((await ask(`/people/${id}/invitation`)).mailed).toBe(true)
  const [mail] = mailbox.received
  const secret = mail === undefined ? '' : secretIn(mail)

  const { page } = await open(app().url, undefined, [oidc.issuer])
  await page.goto(`/join#${secret}`)
  await heading(page, 'Join Acme')
  await press(page, 'button', 'Continue with Corp Login')
  await signInThere(page, 'bea')
  await heading(page, 'Home')
  await readTheNotice(page)

  await page.goto('/settings/sign-in')
  await settled(page)
  await page
    .getByRole('row', { name: /Corp Login/ })
    .getByText('Your only way to sign in')
    .waitFor()
  await page.getByText('bea@example.org', { exact: true }).waitFor()

  await signOut(page)
  await heading(page, 'Sign in')
  await page.context().clearCookies({ domain: '127.0.0.1' })
  await press(page, 'button', 'Sign in with Corp Login')
  await signInThere(page, 'bea')
  await heading(page, 'Home')

  await signOut(page)
  await page.context().clearCookies({ domain: '127.0.0.1' })
  await press(page, 'button', 'Sign in with Corp Login')
  await signInThere(page, 'a stranger')
  await heading(page, 'Sign in')
  await page.getByRole('alert').getByText('Nobody signs in here with this account of the provider yet.', { exact: false }).waitFor()

  await press(page, 'link', 'Forgot your password?')
  await heading(page, 'Forgot your password')
  await enter(page, 'E-mail address', 'ada@example.org')
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name: 'Look into your mailbox' }).waitFor()
  await expect.poll(() => mailbox.received.at(-1)?.to).toEqual(['ada@example.org'])
  const last = mailbox.received.at(-1)
  await page.goto('about:blank')
  await page.goto(`/reset-password#${last === undefined ? '' : secretIn(last)}`)
  await heading(page, 'Set a new password')
  await enter(page, 'New password', 'another long password')
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name: 'Your password was set' }).waitFor()
  await press(page, 'link', 'Sign in')
  await heading(page, 'Sign in')
  await enter(page, 'E-mail address', 'ada@example.org')
  await enter(page, 'Password', 'another long password')
  await page.keyboard.press('Enter')
  await heading(page, 'Home')
})
