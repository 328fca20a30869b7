import { readFile } from 'node:fs/promises'
import type { Locator, Page } from 'playwright-core'
import { afterAll, expect, test } from 'vitest'
import { useAppServer } from '../support/app-server.ts'
import { settled, useBrowser } from '../support/browser.ts'
import { tabTo } from '../support/keyboard.ts'
import { openOidc } from '../support/oidc.ts'
import { codeOf } from '../support/second-factors.ts'
import { testPassword } from '../support/world.ts'

const oidc = await openOidc(() => [`${app().url}/sign-in/corp/callback`])
afterAll(() => oidc.stop())

// No word of mail in the settings: it is switched off.
const app = useAppServer(() => Promise.resolve({ PLUMBLINE_OIDC: JSON.stringify([oidc.settings]), PLUMBLINE_OUTGOING_ALLOW: '127.0.0.1' }))
const open = useBrowser()

const admin = { name: 'Ada Admin', email: 'ada@example.org' }
const mia = { name: 'Mia Member', email: 'mia@example.org' }

const heading = (page: Page, name: string) => page.getByRole('heading', { level: 1, name, exact: true }).waitFor()
const inMenu = (page: Page, name: string) => page.getByRole('navigation', { name: 'Pages' }).getByRole('link', { name, exact: true })

async function pressAt(page: Page, wanted: Locator): Promise<void> {
  await tabTo(page, wanted)
  await page.keyboard.press('Enter')
}

const press = (page: Page, name: string) => pressAt(page, page.getByRole('button', { name, exact: true }))

/** Fills the fields in by keyboard and sends the form with Enter. */
async function fillIn(page: Page, fields: Record<string, string>): Promise<void> {
  for (const [label, text] of Object.entries(fields)) {
    await tabTo(page, page.getByLabel(label, { exact: true }))
    await page.keyboard.insertText(text)
  }
  await page.keyboard.press('Enter')
}

async function readNotice(page: Page): Promise<void> {
  const notice = page.getByRole('dialog', { name: 'How your data is used' })
  await notice.getByText('What is recorded:').waitFor()
  await press(page, 'I have read this')
  await notice.waitFor({ state: 'detached' })
}

async function fromUserMenu(page: Page, { role, name }: { role: 'button' | 'link'; name: string }): Promise<void> {
  await pressAt(page, page.getByRole('button', { name: /: account and theme$/ }))
  await pressAt(page, page.getByRole(role, { name, exact: true }))
}

async function signOut(page: Page): Promise<void> {
  await fromUserMenu(page, { role: 'button', name: 'Sign out' })
  await heading(page, 'Sign in')
}

/** At the provider: she types her name and goes on. */
async function signInThere(page: Page): Promise<void> {
  await heading(page, 'Corp Login')
  await fillIn(page, { User: 'mia' })
}

async function fileAfter(page: Page, name: string): Promise<unknown> {
  const taking = page.waitForEvent('download')
  await press(page, name)
  return JSON.parse(await readFile(await (await taking).path(), 'utf8'))
}

async function startOrganisation(page: Page): Promise<void> {
  await page.goto(`/start#${app().firstRun}`)
  await fillIn(page, { Organisation: 'Acme', 'Your name': admin.name, 'Your e-mail address': admin.email, Password: testPassword })
  await heading(page, 'Home')
  await readNotice(page)
}

/** Adds Mia and copies the link of her invitation, which no mail brings her. */
async function inviteMia(page: Page): Promise<string> {
  await page.context().grantPermissions(['clipboard-write'])
  await pressAt(page, inMenu(page, 'People & teams'))
  await heading(page, 'People & teams')
  await press(page, 'Add a person')
  await fillIn(page, { Name: mia.name, 'E-mail address': mia.email })
  await press(page, `Invite ${mia.name}`)
  await press(page, 'Make the link')
  await press(page, 'Copy the link')
  await page.getByText('Copied. Send it by a way that only they read.').waitFor()
  expect(await page.getByText('was mailed').count()).toBe(0)
  // No page may read the clipboard, by the server's policy; what was copied is what stands here.
  const link = await page.getByLabel('Invitation link').inputValue()
  await press(page, 'Done')
  return link
}

/** Gives the secret that Mia's app took. */
async function addApp(page: Page): Promise<string> {
  await fromUserMenu(page, { role: 'link', name: 'Sign-in and sessions' })
  await press(page, 'Add an app')
  const secret = (await page.getByRole('dialog', { name: 'Add an authenticator app' }).locator('code').innerText()).replaceAll(' ', '')
  await fillIn(page, { 'Code that the app shows now': codeOf(secret) })
  await press(page, 'I have kept them')
  await page.getByText('10 codes are left.').waitFor()
  return secret
}

async function giveMia(page: Page, access: 'Admin' | 'Member', said: string): Promise<void> {
  await press(page, `Change ${mia.name}`)
  await press(page, 'Access…')
  const dialog = page.getByRole('dialog', { name: `Access of ${mia.name}` })
  await tabTo(page, dialog.getByRole('radio', { checked: true }))
  await page.keyboard.press(access === 'Admin' ? 'ArrowUp' : 'ArrowDown')
  expect(await dialog.getByRole('radio', { name: access }).isChecked()).toBe(true)
  await page.keyboard.press('Enter')
  await page.getByText(said).waitFor()
}

test('by keyboard and without mail: invited by a copied link, someone joins, adds a second factor and a provider, is an admin from one click to another, takes their data along and is erased', async () => {
  const ada = (await open(app().url)).page
  await startOrganisation(ada)
  const link = await inviteMia(ada)

  const { page } = await open(app().url, undefined, [oidc.issuer])
  await page.goto(link)
  await heading(page, 'Join Acme')
  await fillIn(page, { Password: testPassword })
  await heading(page, 'Home')
  await readNotice(page)
  await page.reload()
  await settled(page)
  expect(await page.getByRole('dialog').count()).toBe(0)

  const secret = await addApp(page)
  await signOut(page)
  await fillIn(page, { 'E-mail address': mia.email, Password: testPassword })
  await heading(page, 'One more step')
  // Each code works once, and the next half minute's is taken already.
  await page.keyboard.insertText(codeOf(secret, 1))
  await page.keyboard.press('Enter')
  await heading(page, 'Home')

  await fromUserMenu(page, { role: 'link', name: 'Sign-in and sessions' })
  await press(page, 'Link Corp Login')
  await press(page, 'Go to Corp Login')
  await signInThere(page)
  await page.getByRole('button', { name: 'Unlink Corp Login' }).waitFor()
  await signOut(page)
  await page.context().clearCookies({ domain: '127.0.0.1' })
  await press(page, 'Sign in with Corp Login')
  await signInThere(page)
  await heading(page, 'Home')

  await ada.reload()
  await settled(ada)
  await settled(page)
  expect(await inMenu(page, 'Audit').count()).toBe(0)
  await giveMia(ada, 'Admin', 'Mia Member is an admin now.')
  await inMenu(page, 'People & teams').click()
  await page.getByRole('button', { name: `Change ${admin.name}` }).waitFor()
  await inMenu(page, 'Audit').click()
  await page.getByRole('rowheader', { name: 'Person access changed' }).waitFor()
  await giveMia(ada, 'Member', 'Mia Member is a member now.')
  await inMenu(page, 'Audit').click()
  await page.getByText('Only an admin may read the audit trail').waitFor()
  await inMenu(page, 'Audit').waitFor({ state: 'detached' })
  expect(await page.getByRole('table').count()).toBe(0)

  await fromUserMenu(page, { role: 'link', name: 'What is held on me' })
  await page.getByRole('rowheader', { name: 'Ratings and notes' }).waitFor()
  expect(await fileAfter(page, 'Download JSON')).toMatchObject({ about: { person: mia.name }, profile: [{ email: mia.email }] })
  await press(page, 'Erase me…')
  await tabTo(page, page.getByLabel(`Type your name to confirm: ${mia.name}`))
  await page.keyboard.insertText(mia.name)
  const proof = await fileAfter(page, 'Erase me')
  expect(JSON.stringify(proof)).not.toContain('Mia')
  expect(proof).toMatchObject({ removed: { authenticator_apps: 1 } })
  await heading(page, 'You were erased')

  await press(page, 'Leave')
  await heading(page, 'Sign in')
  await fillIn(page, { 'E-mail address': mia.email, Password: testPassword })
  await page.getByText('E-mail address or password is not right.').waitFor()
  await page.goto('/sign-in')
  await press(page, 'Sign in with Corp Login')
  await page.getByRole('alert').getByText('Nobody signs in here with this account of the provider yet.', { exact: false }).waitFor()

  await ada.reload()
  await ada.getByRole('rowheader', { name: admin.name }).waitFor()
  expect(await ada.getByText(mia.name).count()).toBe(0)
})
