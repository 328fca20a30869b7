import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, inject, onTestFinished, test } from 'vitest'
import { useAppServer } from '../support/app-server.ts'
import { launch, openContext, useBrowser, watchFaults } from '../support/browser.ts'

const app = useAppServer()
const open = useBrowser()

let browser: Browser
beforeAll(async () => {
  browser = await launch(inject('browser'))
})
afterAll(() => browser.close())

const forbidden: Record<string, () => void> = {
  'text as markup': () => void (document.body.innerHTML = '<b>hello</b>'),
  'text as a script’s address': () => void (document.createElement('script').src = '/x.js'),
  'a policy that turns text into markup': () =>
    void (window as unknown as { trustedTypes: { createPolicy: (name: string, rules: object) => unknown } }).trustedTypes.createPolicy(
      'own',
      {},
    ),
  'text as a handler': () => void document.body.setAttribute('onclick', 'window.planted = 1'),
  'an inline script': () => {
    const script = document.createElement('script')
    script.append('window.planted = 1')
    document.body.append(script)
  },
  'an inline style sheet': () => {
    const style = document.createElement('style')
    style.append('body { color: red }')
    document.head.append(style)
  },
  'a style in markup': () => document.body.setAttribute('style', 'color: red'),
  'a picture from elsewhere': () => void (new Image().src = 'https://elsewhere.example/pixel.gif'),
  'a frame': () => void document.body.append(Object.assign(document.createElement('iframe'), { src: '/sign-in' })),
  'a base address': () => void document.head.append(Object.assign(document.createElement('base'), { href: 'https://elsewhere.example/' })),
}

test.each(Object.entries(forbidden))('%s is stopped by the content policy, and every browser test would fail on it', async (_, act) => {
  const context = await openContext(browser, app().url)
  onTestFinished(() => context.close())
  const faults = watchFaults(context, app().url)
  const page = await context.newPage()
  await page.goto('/sign-in')
  await page.getByRole('heading', { level: 1 }).waitFor()
  const told = page.waitForEvent('console', (message) => message.text().startsWith('content policy: '))
  await page.evaluate(act).catch(() => undefined)
  await told
  expect(faults.join('\n')).toMatch(/content policy: /)
})

test('the page to try the API keeps to its policy while it is used', async () => {
  const { page } = await open(app().url)
  await page.goto('/api/docs')
  await page.getByText('/api/v1/me', { exact: true }).first().click()
  await page.getByRole('button', { name: 'Try it out' }).click()
  await page.getByRole('button', { name: 'Execute' }).click()
  expect(await page.getByText('Sign in to go on.').first().textContent()).toContain('Sign in to go on.')
})
