import { expect, test } from 'vitest'
import { allScopes, scopes } from '@plumbline/shared/access/token-scopes.ts'
import type { Scope } from '@plumbline/shared/access/token-scopes.ts'
import { features } from '@plumbline/server/features.ts'
import { tokenOf } from '../../support/token.ts'
import { castOf } from './cast.ts'
import type { Cast } from './cast.ts'
import { ask, cellsOf } from './cells.ts'
import type { Cell } from './cells.ts'
import { said } from './differing.ts'

/** What a token of the cell's actor answers: its owner's own answer within its scope, and 403 outside of it whatever is asked for. */
const expectedWith = (scope: Scope, { route, expected }: Cell): number => (route.scope === scope ? expected : 403)

/** Asks the cells of a token's owner with each scope that the owner could use. Names those that answer otherwise. */
async function differing(cast: Cast, owner: 'lead' | 'admin', cells: readonly Cell[]): Promise<{ wrong: string[]; asked: number }> {
  const wrong: string[] = []
  let asked = 0
  for (const scope of allScopes) {
    cast.undo.on = false
    const { caller } = cast.selves[owner]
    const token = await tokenOf(cast, caller, [scope]).catch(() => null)
    cast.undo.on = true
    // What its owner could never use is refused at the making.
    if (token === null)
      expect([owner, scope, scopes[scope].mayUse({ ...someone, role: owner === 'admin' ? 'admin' : 'member' })]).toEqual([
        owner,
        scope,
        false,
      ])
    else
      for (const cell of cells) {
        const { status } = await ask(cast, cell, token)
        asked++
        if (status !== expectedWith(scope, cell)) wrong.push(`${scope}: ${said(cell, status)}, not ${expectedWith(scope, cell)}`)
      }
  }
  return { wrong, asked }
}

const someone = { accountId: '', orgId: '', personId: '', leads: new Set(['own']) }

test.each(['lead', 'admin'] as const)(
  'a token of each scope answers as its owner, the %s, within the scope, and is refused outside of it',
  async (owner) => {
    const cast = await castOf()
    const cells = cellsOf(features).filter(({ actor, route }) => actor === owner && route.access === 'member')
    const { wrong, asked } = await differing(cast, owner, cells)
    expect(wrong).toEqual([])
    console.log(`${asked} cells with tokens of the ${owner}`)
  },
  600_000,
)
