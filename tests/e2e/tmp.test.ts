import { expect, test } from 'vitest'
import { useAppServer } from '../support/app-server.ts'
import { useBrowser } from '../support/browser.ts'
const app = useAppServer(); const open = useBrowser()
test('it starts', async () => {
  const { page } = await open(app().url)
  await page.goto('/nowhere')
  await page.getByRole('heading', { level: 1 }).waitFor()
  await page.screenshot({ path: '/tmp/be-browser/shot.png' })
  expect(await page.title()).toContain('Plumbline')
})
