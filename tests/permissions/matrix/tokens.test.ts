import { expect, test } from 'vitest'
import { hashOfToken, newTokenSecret } from '@plumbline/server/access/token-secret.ts'
import { features } from '@plumbline/server/features.ts'
import { allScopes } from '@plumbline/shared/access/token-scopes.ts'
import type { Scope } from '@plumbline/shared/access/token-scopes.ts'
import { withToken } from '../../support/token.ts'
import { castOf } from './cast.ts'
import type { Cast } from './cast.ts'
import { cellsOf } from './cells.ts'
import { differing } from './differing.ts'
import { actors } from './tables.ts'
import type { ActorName } from './tables.ts'

const owners = actors.filter((actor) => actor !== 'nobody')
const cells = cellsOf(features).filter(({ actor, route }) => actor !== 'nobody' && route.access === 'member')

/** The cast, each with a personal token of this one scope: also of those that their role could not have made. */
async function holding(cast: Cast, scope: Scope): Promise<Cast> {
  const selves: Cast['selves'] = { ...cast.selves }
  const give = async (actor: ActorName) => {
    const secret = newTokenSecret('personal')
    await cast.ownerSql.begin(async (sql) => {
      await sql`select set_config('plumbline.org', ${actor === 'otherAdmin' ? cast.otherOrganisationId : cast.organisationId}, true)`
      await sql`insert into tokens (id, owner_id, made_by, name, token_hash, scopes, purpose, expires_at)
        select gen_random_uuid(), account_id, account_id, 'Matrix', ${hashOfToken(secret)}, ${[scope]}, 'staffing', now() + interval '1 day'
        from memberships where person_id = ${cast.selves[actor].id}`
    })
    selves[actor] = { ...cast.selves[actor], caller: withToken(cast, secret) }
  }
  for (const actor of owners) await give(actor)
  return { ...cast, selves, freshly: (actor) => Promise.resolve(selves[actor].caller) }
}

test('a token answers as its owner is answered where its scope is the route’s', async () => {
  const cast = await castOf()
  const wrong: string[] = []
  for (const scope of allScopes)
    wrong.push(
      ...(await differing(
        await holding(cast, scope),
        cells.filter(({ route }) => route.scope === scope),
      )),
    )
  expect(wrong).toEqual([])
  console.log(`${cells.filter(({ route }) => route.scope !== null).length} cells by tokens of the route’s scope`)
}, 600_000)

test('a token of another scope is refused on every route, whoever owns it and whatever it asks for', async () => {
  const cast = await castOf()
  const refused = cells.map((cell) => ({ ...cell, expected: 403 }))
  const isFramework = ({ route }: (typeof cells)[number]) => route.scope === 'framework:read'
  const wrong = [
    ...(await differing(
      await holding(cast, 'framework:read'),
      refused.filter((cell) => !isFramework(cell)),
    )),
    ...(await differing(await holding(cast, 'teams:read'), refused.filter(isFramework))),
  ]
  expect(wrong).toEqual([])
  console.log(`${refused.length} cells by tokens of another scope`)
}, 600_000)
