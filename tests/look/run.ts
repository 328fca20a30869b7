// Photographs every page, for people to look at: npm run look. With --picture it also renews the picture in the README.
import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { startEmbedded } from '@plumbline/server/db/embedded.ts'
import { buildPages } from '../support/app-build.ts'
import { serveOver } from '../support/app-server.ts'
import type { AppServer } from '../support/app-server.ts'
import { launch, openContext, settled, watchFaults } from '../support/browser.ts'
import { unpackBrowser } from '../support/browser-unpack.ts'
import { pagesOf, startDemo, visitDemoAs } from '../support/pages.ts'
import type { Visitor } from '../support/pages.ts'

const root = join(import.meta.dirname, '..', '..')
const album = join(root, '.look')
const visitors: readonly Visitor[] = ['nobody', 'engineer', 'lead', 'admin']
const widths = [390, 1440]
const schemes = ['light', 'dark'] as const

/** The whole page, also what lies below the fold, once its charts stand still. */
async function photograph(page: Page, name: string): Promise<void> {
  await settled(page)
  await page.screenshot({ path: join(album, `${name}.png`), fullPage: true, animations: 'disabled' })
}

async function photographAll(browser: Browser, app: AppServer, visitor: Visitor): Promise<void> {
  for (const width of widths) {
    for (const colorScheme of schemes) {
      const context = await openContext(browser, app.url, { width, height: width < 600 ? 844 : 900, colorScheme })
      const faults = watchFaults(context, app.url)
      const places = await visitDemoAs(context, app, visitor)
      const page = await context.newPage()
      for (const { name, address } of pagesOf(visitor)) {
        await page.goto('about:blank')
        await page.goto(address(places))
        await photograph(page, `${name}-${visitor}-${width}-${colorScheme}`).catch((error: unknown) =>
          console.log(`${name} as ${visitor}: ${String(error)}`),
        )
        for (const fault of faults.splice(0)) console.log(`${name} as ${visitor}, ${width} px, ${colorScheme}: ${fault}`)
      }
      await context.close()
    }
  }
}

/** The report as it comes out of the printer. */
async function print(browser: Browser, app: AppServer): Promise<void> {
  const context = await openContext(browser, app.url)
  const { reportId } = await visitDemoAs(context, app, 'lead')
  const page = await context.newPage()
  await page.goto(`/hiring/reports/${reportId}`)
  await settled(page)
  await page.pdf({ path: join(album, 'hiringReport-print.pdf'), format: 'A4', preferCSSPageSize: true })
  // An A4 sheet at 96 px per inch.
  await page.setViewportSize({ width: 794, height: 1123 })
  await page.emulateMedia({ media: 'print' })
  await page.screenshot({ path: join(album, 'hiringReport-print.png'), fullPage: true })
  await context.close()
}

/** The picture that stands in the README: a team's heatmap as its lead sees it. */
async function renewPicture(browser: Browser, app: AppServer): Promise<void> {
  const context = await openContext(browser, app.url)
  const { teamId } = await visitDemoAs(context, app, 'lead')
  const page = await context.newPage()
  await page.goto(`/teams/${teamId}`)
  await settled(page)
  await page.screenshot({ path: join(root, 'docs', 'picture.png'), animations: 'disabled' })
  await context.close()
}

async function main(): Promise<void> {
  await buildPages()
  const dataDir = await mkdtemp(join(tmpdir(), 'plumbline-look-'))
  const engine = await startEmbedded({ dataDir, durable: false, log: () => undefined })
  const app = await serveOver(engine.connection)
  const browser = await launch(await unpackBrowser())
  try {
    await startDemo(app)
    await rm(album, { recursive: true, force: true })
    await mkdir(album)
    if (process.argv.includes('--picture')) await renewPicture(browser, app)
    await print(browser, app)
    for (const visitor of visitors) await photographAll(browser, app, visitor)
  } finally {
    await browser.close()
    await app.stop()
    await engine.stop()
    await rm(dataDir, { recursive: true, force: true })
  }
}

await main()
