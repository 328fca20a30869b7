import { expect, test } from 'vitest'
import { daysInForce } from '@plumbline/shared/retention/classes.ts'
import { defaultPurposeText, longestPurposeText } from '@plumbline/shared/retention/purpose-text.ts'
import { startedWorld } from '../support/world.ts'
import type { Caller } from '../support/world.ts'

const seen = (version: number) => ({ 'if-match': `"${version}"` })
const toRead = async (caller: Caller) => (await caller.get('/me')).body.noticeToRead
const noticeOf = async (caller: Caller) => (await caller.get('/notice')).body
const days = { leavers_ratings: 90, rating_history: 730, audit: 400, reads: 400 }

test('the text waits for everyone at their first sign-in, until they say that they have read it; it stays there to be read', async () => {
  const world = await startedWorld()
  const mia = await world.join({ name: 'Mia Member' })
  expect([await toRead(world.admin), await toRead(mia)]).toEqual([1, 1])
  expect(await noticeOf(mia)).toMatchObject({ text: defaultPurposeText(daysInForce({})), noticeVersion: 1, own: false, seen: false })
  expect((await mia.post('/me/notice', { version: 1 })).status).toBe(201)
  expect([await toRead(world.admin), await toRead(mia)]).toEqual([1, null])
  expect(await toRead(await world.signIn(mia.email))).toBeNull()
  expect(await noticeOf(mia)).toMatchObject({ seen: true })
  const [event] = (await world.admin.get('/audit?action=notice.read')).body.events
  expect(event).toMatchObject({ person: { name: 'Mia Member' }, detail: { version: 1 } })
})

test('an admin writes it in other words: it is shown to everyone once more, the same words are not', async () => {
  const world = await startedWorld()
  await world.admin.post('/me/notice', { version: 1 })
  const { version } = await noticeOf(world.admin)
  const own = await world.admin.put('/notice', { text: 'Ours.\n\nIn two parts.' }, seen(version))
  expect(own.body).toMatchObject({ text: 'Ours.\n\nIn two parts.', own: true, noticeVersion: 2, seen: false, version: version + 1 })
  expect(await toRead(world.admin)).toBe(2)
  const same = await world.admin.put('/notice', { text: 'Ours.\n\nIn two parts.' }, seen(version + 1))
  expect(same.body).toMatchObject({ noticeVersion: 2 })
  const back = await world.admin.put('/notice', { text: null }, seen(version + 2))
  expect(back.body).toMatchObject({ own: false, noticeVersion: 3 })
})

test('the text that comes with the product says the days in force: setting others shows it once more, one’s own words not', async () => {
  const world = await startedWorld()
  const { version } = await noticeOf(world.admin)
  await world.admin.put('/retention', { ...days, leavers_ratings: 45 }, seen(version))
  expect(await noticeOf(world.admin)).toMatchObject({ noticeVersion: 2, text: expect.stringContaining('goes after 45 days') })
  await world.admin.put('/notice', { text: 'Ours.' }, seen(version + 1))
  await world.admin.put('/retention', { ...days, leavers_ratings: 60 }, seen(version + 2))
  expect(await noticeOf(world.admin)).toMatchObject({ noticeVersion: 3, text: 'Ours.' })
})

test('saying that one has read another version than the present one is refused', async () => {
  const { admin } = await startedWorld()
  expect((await admin.post('/me/notice', { version: 2 })).status).toBe(409)
  expect((await admin.post('/me/notice', { version: 0 })).status).toBe(400)
  expect(await toRead(admin)).toBe(1)
})

test('members change no text; an empty or endless one, or another version, is refused and nothing changes', async () => {
  const world = await startedWorld()
  const mia = await world.join({ name: 'Mia Member' })
  const { version } = await noticeOf(mia)
  expect((await mia.put('/notice', { text: 'Mine.' }, seen(version))).status).toBe(403)
  for (const text of ['', '  ', 'x'.repeat(longestPurposeText + 1), 7])
    expect((await world.admin.put('/notice', { text }, seen(version))).body.errors[0].pointer).toBe('/text')
  expect((await world.admin.put('/notice', { text: 'Ours.' })).status).toBe(428)
  expect((await world.admin.put('/notice', { text: 'Ours.' }, seen(version + 1))).status).toBe(412)
  expect((await world.nobody.get('/notice')).status).toBe(401)
  expect((await world.nobody.post('/me/notice', { version: 1 })).status).toBe(401)
  expect(await noticeOf(mia)).toMatchObject({ noticeVersion: 1, own: false })
  expect((await world.admin.put('/notice', { text: 'x'.repeat(longestPurposeText) }, seen(version))).status).toBe(200)
})

test('an organisation’s text is its own', async () => {
  const world = await startedWorld()
  const other = await world.otherOrganisation()
  const { version } = await noticeOf(world.admin)
  await world.admin.put('/notice', { text: 'Ours.' }, seen(version))
  expect(await noticeOf(other)).toMatchObject({ own: false, noticeVersion: 1 })
})
