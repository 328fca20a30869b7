import { openDetails } from '@plumbline/server/audit/opening.ts'
import { expect } from 'vitest'
import type { FakeProvider } from './fake-provider.ts'
import { begin, comeBack } from './provider-world.ts'
import type { Landed } from './provider-world.ts'
import type { TokenWish } from './fake-provider.ts'
import type { World } from './world.ts'

/** What a provider sends back with when all is well. */
export const rightReturn = (provider: FakeProvider, state: string) => ({ code: 'a code', state, iss: provider.issuer })

interface Way {
  /** Of the browser, before. */
  cookie?: string
  wish?: TokenWish
  [key: string]: unknown
}

/** All the way to a provider and back, for this subject; the rest of `way` is what the browser asks our server for. */
export async function throughProvider(world: World, provider: FakeProvider, subject: string, { wish, ...way }: Way = {}): Promise<Landed> {
  const { location, state, cookie } = await begin(world, { id: provider.id, ...way })
  provider.say(location, subject, wish)
  return comeBack(world, rightReturn(provider, state), { id: provider.id, cookie })
}

/** Someone who accepted their invitation with the provider; `session` is their cookie. */
export async function joinedBy(world: World, provider: FakeProvider, subject: string, name = 'Pia Provider') {
  const email = `${name.toLowerCase().replaceAll(' ', '.')}@example.org`
  const { id } = (await world.admin.post('/people', { name, email })).body
  const { secret } = (await world.admin.post(`/people/${id}/invitation`)).body
  const landed = await throughProvider(world, provider, subject, { invitation: secret })
  expect(landed).toMatchObject({ status: 303, to: '/' })
  return { id: id as string, email, secret: secret as string, session: landed.session, ...world.caller(landed.session) }
}

export const auditOf = (world: World, like: string): Promise<Record<string, unknown>[]> =>
  world.database.withTx({ orgId: world.organisationId }, {}, async (tx) => {
    const { rows } = await tx.execute<{ id: string; action: string; means: string; detail: Record<string, unknown> }>(
      `select id, action, means, detail from audit_events where action like '${like}' order by id`,
    )
    const opened = await openDetails(tx, world.organisationId, rows)
    return opened.map(({ action, means, detail }) => ({ action, means, detail }))
  })
