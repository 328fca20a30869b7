import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { beforeAll, expect, test } from 'vitest'
import { paths } from '../../web/src/paths.ts'
import { useAppServer } from '../support/app-server.ts'
import { settled, useBrowser } from '../support/browser.ts'
import { pages, pagesOf, startDemo, visitDemoAs } from '../support/pages.ts'
import type { Visitor } from '../support/pages.ts'

const app = useAppServer()
const open = useBrowser()

beforeAll(() => startDemo(app()))

async function whatAxeFinds(page: Page): Promise<string[]> {
  // What passed is not looked at; without it, and without a second page to put results together in, this takes half the time.
  const { violations } = await new AxeBuilder({ page })
    .options({ resultTypes: ['violations'] })
    .setLegacyMode()
    .analyze()
  return violations.flatMap(({ id, help, nodes }) =>
    nodes
      .slice(0, 3)
      .map(
        ({ target, failureSummary }) => `${id} (${help}) at ${target.join(' ')}: ${failureSummary?.split('\n').slice(1).join(' ') ?? ''}`,
      ),
  )
}

/** Content that sticks out sideways makes the page itself scroll; wide tables scroll in their own frame. */
async function widerThanTheWindow(page: Page): Promise<string[]> {
  const { content, window, culprits } = await page.evaluate(() => {
    const wide = document.documentElement.clientWidth
    const framed = (element: Element): boolean => {
      for (let up = element.parentElement; up !== null && up !== document.body; up = up.parentElement)
        if (getComputedStyle(up).overflowX !== 'visible') return true
      return false
    }
    const out = [...document.body.querySelectorAll('*')].filter(
      (element) => element.getBoundingClientRect().right > wide + 1 && !framed(element),
    )
    return {
      content: document.documentElement.scrollWidth,
      window: wide,
      culprits: out.slice(0, 3).map((element) => `<${element.tagName.toLowerCase()} class="${element.className}">`),
    }
  })
  return content > window ? [`${content} px wide in a window of ${window} px: ${culprits.join(', ')}`] : []
}

/** Steps through the first things that take focus and names those that look the same with it as without. */
async function invisibleFocus(page: Page): Promise<string[]> {
  const flaws = new Set<string>()
  for (let step = 0; step < 25; step++) {
    await page.keyboard.press('Tab')
    const flaw = await page.evaluate(() => {
      const element = document.activeElement
      if (element === null || element === document.body) return null
      const look = (at: Element) => {
        const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(at)
        return (outlineStyle !== 'none' && Number.parseFloat(outlineWidth) > 0) || boxShadow !== 'none'
      }
      // A radio button or checkbox may show its focus on the label around it.
      const around = [element, element.parentElement, element.closest('label'), element.nextElementSibling].filter((one) => one !== null)
      return around.some(look)
        ? null
        : `no visible focus on <${element.tagName.toLowerCase()} class="${element.className}"> ${element.textContent?.slice(0, 40) ?? ''}`
    })
    if (flaw !== null) flaws.add(flaw)
  }
  return [...flaws]
}

const visitors: readonly Visitor[] = ['nobody', 'engineer', 'lead', 'admin']

test('every address of the application is in the table of pages', () => {
  expect(Object.keys(pages).toSorted()).toEqual(Object.keys(paths).toSorted())
  expect(Object.values(pages).filter(({ visitors }) => visitors.length === 0)).toEqual([])
})

for (const visitor of visitors) {
  for (const colorScheme of ['light', 'dark'] as const) {
    test(`the pages of ${visitor} are for everybody to use, ${colorScheme}`, async () => {
      const { context, page } = await open(app().url, { colorScheme })
      const places = await visitDemoAs(context, app(), visitor)
      const flaws: string[] = []
      for (const { name, address } of pagesOf(visitor)) {
        const note = (size: string, found: readonly string[]) => flaws.push(...found.map((flaw) => `${name}, ${size}: ${flaw}`))
        const resize = async (width: number, height: number) => {
          await page.setViewportSize({ width, height })
          await settled(page)
        }
        await page.setViewportSize({ width: 1440, height: 900 })
        // Some addresses differ in their fragment only, which alone would not load the page anew.
        await page.goto('about:blank')
        await page.goto(address(places))
        await settled(page)
        note('1440 px', await whatAxeFinds(page))
        if (colorScheme === 'light') note('1440 px', await invisibleFocus(page))
        await resize(390, 844)
        note('390 px', await whatAxeFinds(page))
        if (colorScheme === 'dark') continue
        await resize(360, 740)
        note('360 px', await widerThanTheWindow(page))
        await resize(720, 450)
        note('twice the size', await widerThanTheWindow(page))
      }
      expect(flaws).toEqual([])
    })
  }
}
