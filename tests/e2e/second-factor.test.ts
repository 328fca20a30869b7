import { AxeBuilder } from '@axe-core/playwright'
import type { BrowserContext, Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { useAppServer } from '../support/app-server.ts'
import { settled, useBrowser } from '../support/browser.ts'
import { tabTo } from '../support/keyboard.ts'
import { readTheNotice } from '../support/notice.ts'
import { codeOf } from '../support/second-factors.ts'
import { testPassword } from '../support/world.ts'

const app = useAppServer()
const open = useBrowser()
const email = 'ada@example.org'

const heading = (page: Page, name: string) => page.getByRole('heading', { level: 1, name, exact: true }).waitFor()

async function enter(page: Page, label: string, text: string): Promise<void> {
  await tabTo(page, page.getByLabel(label, { exact: true }))
  await page.keyboard.insertText(text)
}

async function press(page: Page, name: string): Promise<void> {
  await tabTo(page, page.getByRole('button', { name, exact: true }))
  await page.keyboard.press('Enter')
}

async function accessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page })
    .options({ resultTypes: ['violations'] })
    .setLegacyMode()
    .analyze()
  expect(violations.map(({ id, nodes }) => `${id} at ${nodes[0]?.target.join(' ')}`)).toEqual([])
}

async function givePassword(page: Page, address = email): Promise<void> {
  await page.goto('/sign-in')
  await enter(page, 'E-mail address', address)
  await enter(page, 'Password', testPassword)
  await page.keyboard.press('Enter')
}

/** A device that unlocks with a finger, as Chromium plays one, and keeps its passkeys. */
async function withDevice(context: BrowserContext, page: Page): Promise<void> {
  const cdp = await context.newCDPSession(page)
  await cdp.send('WebAuthn.enable')
  await cdp.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  })
}

/** Someone whom the admin of this context invited, in a browser of her own. */
async function invited(context: BrowserContext): Promise<Page> {
  const ask = async (path: string, data?: unknown): Promise<{ id: string; secret: string }> =>
    (await context.request.post(`${app().url}/api/v1${path}`, data === undefined ? {} : { data })).json()
  const { id } = await ask('/people', { name: 'Mia Member', email: 'mia@example.org' })
  const { secret } = await ask(`/people/${id}/invitation`)
  const { context: own, page } = await open(app().url)
  await withDevice(own, page)
  await page.goto(`/join#${secret}`)
  await enter(page, 'Password', testPassword)
  await page.keyboard.press('Enter')
  await heading(page, 'Home')
  await readTheNotice(page)
  return page
}

test('by keyboard: an app is added and signs in, a passkey is added and signs in alone, a recovery code stands in; asked of all, the next page is the way to add one', async () => {
  const { context, page } = await open(app().url)
  await withDevice(context, page)
  await page.goto(`/start#${app().firstRun}`)
  await enter(page, 'Organisation', 'Acme')
  await enter(page, 'Your name', 'Ada Admin')
  await enter(page, 'Your e-mail address', email)
  await enter(page, 'Password', testPassword)
  await page.keyboard.press('Enter')
  await heading(page, 'Home')
  await readTheNotice(page)

  await page.goto('/settings/sign-in')
  await press(page, 'Add an app')
  const adding = page.getByRole('dialog', { name: 'Add an authenticator app' })
  await adding.getByRole('img', { name: /^The secret/ }).waitFor()
  await accessible(page)
  const secret = (await adding.locator('code').innerText()).replaceAll(' ', '')
  await enter(page, 'Code that the app shows now', codeOf(secret, -1))
  await page.keyboard.press('Enter')
  const keeping = page.getByRole('dialog', { name: 'Keep these recovery codes' })
  await keeping.waitFor()
  await accessible(page)
  const codes = await keeping.getByRole('listitem').allInnerTexts()
  expect(codes).toHaveLength(10)
  await press(page, 'I have kept them')
  await page.getByText('10 codes are left.').waitFor()

  await context.clearCookies()
  await givePassword(page)
  await heading(page, 'One more step')
  await accessible(page)
  await page.keyboard.insertText('000000')
  await page.keyboard.press('Enter')
  await page.getByText('This code is not right, or was used already.').first().waitFor()
  await page.keyboard.press('Control+A')
  await page.keyboard.insertText(codeOf(secret))
  await page.keyboard.press('Enter')
  await heading(page, 'Home')

  await page.goto('/settings/sign-in')
  await press(page, 'Add a passkey')
  await enter(page, 'Name', 'My laptop')
  await page.keyboard.press('Enter')
  await page.getByRole('rowheader', { name: 'My laptop' }).waitFor()
  await accessible(page)

  await context.clearCookies()
  await page.goto('/sign-in')
  await press(page, 'Sign in with a passkey')
  await heading(page, 'Home')

  await context.clearCookies()
  await givePassword(page)
  await heading(page, 'One more step')
  await press(page, 'Use a passkey')
  await heading(page, 'Home')

  await context.clearCookies()
  await givePassword(page)
  await press(page, 'Use a recovery code')
  await enter(page, 'Recovery code', codes[0] ?? '')
  await page.keyboard.press('Enter')
  await heading(page, 'Home')

  const mia = await invited(context)
  await page.goto('/settings/sign-in')
  await page.getByRole('radio', { name: /^A second factor/ }).check()
  await page.getByRole('region', { name: 'Sign-in rules' }).getByRole('button', { name: 'Save' }).click()
  await page.getByText('The sign-in rule was changed.').waitFor()

  await mia.getByRole('link', { name: 'Framework', exact: true }).click()
  await mia.reload()
  await heading(mia, 'Add a second factor')
  await accessible(mia)
  expect(await mia.getByRole('navigation', { name: 'Pages' }).getByRole('link').count()).toBe(0)
  await press(mia, 'Add a passkey')
  await enter(mia, 'Name', 'My phone')
  await mia.keyboard.press('Enter')
  await press(mia, 'I have kept them')
  await press(mia, 'Go on')
  await heading(mia, 'Home')
  await settled(mia)
})
