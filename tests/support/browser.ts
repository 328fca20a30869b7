import { mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium } from 'playwright-core'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, inject, onTestFinished } from 'vitest'
import type { UnpackedBrowser } from './browser-unpack.ts'

export const launch = ({ executablePath, env }: UnpackedBrowser): Promise<Browser> =>
  chromium.launch({ executablePath, env: { ...process.env, ...env }, args: ['--no-sandbox', '--font-render-hinting=none'] })

export interface Look {
  width?: number
  height?: number
  colorScheme?: 'light' | 'dark'
}

export interface Visit {
  context: BrowserContext
  page: Page
}

/** What no page may ever do, in words; filled while the pages of the context live. */
export function watchFaults(context: BrowserContext, home: string, others: readonly string[] = []): string[] {
  const faults: string[] = []
  const hosts = new Set([home, ...others].map((one) => new URL(one).host))
  const watch = (page: Page) => {
    page.on('pageerror', (error) => faults.push(`error in the page: ${error.message}`))
    page.on('console', (message) => {
      // A refused or lost request is no fault of the page; what the server answers is judged below.
      if (message.type() === 'error' && !message.text().startsWith('Failed to load resource')) faults.push(`console: ${message.text()}`)
    })
    page.on('crash', () => faults.push('the page crashed'))
  }
  context.on('page', watch)
  context.on('request', (request) => {
    const url = new URL(request.url())
    if (/^(http|ws)s?:$/.test(url.protocol) && !hosts.has(url.host)) faults.push(`request to another host: ${request.url()}`)
  })
  context.on('response', (response) => {
    if (response.status() >= 500) faults.push(`${response.status()} from ${response.url()}`)
  })
  return faults
}

export async function openContext(
  browser: Browser,
  home: string,
  { width = 1440, height = 900, colorScheme = 'light' }: Look = {},
): Promise<BrowserContext> {
  const context = await browser.newContext({
    baseURL: home,
    viewport: { width, height },
    colorScheme,
    locale: 'en-GB',
    timezoneId: 'UTC',
    acceptDownloads: true,
  })
  context.setDefaultTimeout(15_000)
  // Some violations are told to the page alone, others to the console alone.
  await context.addInitScript(() =>
    addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI, sourceFile, lineNumber }) =>
      console.error(`content policy: ${violatedDirective} by ${blockedURI} at ${sourceFile}:${lineNumber}`),
    ),
  )
  return context
}

/** One browser for the test file. Call at the top of the file. */
export function useBrowser() {
  let browser: Browser | undefined
  beforeAll(async () => {
    browser = await launch(inject('browser'))
  })
  afterAll(() => browser?.close())

  /**
   * A page in a fresh context, as a person with their own browser has it. The test fails if the page ever throws, logs an error, breaks the
   * content policy, asks a host that is not its home or one of `others`, or gets a 5xx. What a failing test saw last is kept, and its place printed.
   */
  return async (home: string, look?: Look, others: readonly string[] = []): Promise<Visit> => {
    if (browser === undefined) throw new Error('The browser is started before the first test; open pages within tests.')
    const context = await openContext(browser, home, look)
    const faults = watchFaults(context, home, others)
    onTestFinished(async ({ task }) => {
      if (task.result?.state === 'fail' || faults.length > 0) await keepEvidence(context, task.name)
      await context.close()
      if (faults.length > 0) throw new Error(`In the browser:\n${[...new Set(faults)].join('\n')}`)
    })
    return { context, page: await context.newPage() }
  }
}

async function keepEvidence(context: BrowserContext, name: string): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), `plumbline-failed-${name.replaceAll(/[^a-z0-9]+/gi, '-').slice(0, 40)}-`))
  for (const [at, page] of context.pages().entries()) {
    await page.screenshot({ path: join(folder, `page-${at + 1}.png`), fullPage: true, timeout: 5_000 }).catch(() => undefined)
    const text = await page.locator('body').ariaSnapshot({ timeout: 5_000 }).catch(String)
    await writeFile(join(folder, `page-${at + 1}.txt`), `${page.url()}\n\n${text}\n`)
  }
  console.log(`What the browser showed: ${folder}`)
}

/** Waits until the page has its heading and nothing in it is still loading. */
export async function settled(page: Page): Promise<void> {
  await page.getByRole('heading', { level: 1 }).first().waitFor()
  await page.locator('[aria-busy="true"]').first().waitFor({ state: 'detached' })
}
