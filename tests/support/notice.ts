import type { BrowserContext, Page } from 'playwright-core'

/** Says for whoever is signed in that they have read the purpose text, so that it does not stand before the page. */
export async function acknowledgeNotice(context: BrowserContext, url: string): Promise<void> {
  const { noticeToRead } = (await (await context.request.get(`${url}/api/v1/me`)).json()) as { noticeToRead: number | null }
  if (noticeToRead !== null) await context.request.post(`${url}/api/v1/me/notice`, { data: { version: noticeToRead } })
}

/** Reads the purpose text as everyone does after the first sign-in. */
export async function readTheNotice(page: Page): Promise<void> {
  const notice = page.getByRole('dialog', { name: 'How your data is used' })
  await notice.getByRole('button', { name: 'I have read this' }).click()
  await notice.waitFor({ state: 'detached' })
}
