import type { can } from '@plumbline/shared/access/can.ts'
import type { Route } from '@plumbline/shared/http/route.ts'
import { pathOf } from '@plumbline/shared/http/route.ts'
import type { Feature } from '@plumbline/server/http/feature.ts'
import type { Answer } from '../../support/world.ts'
import type { Cast } from './cast.ts'
import { rows } from './rows.ts'
import type { Row } from './rows.ts'
import { actors } from './tables.ts'
import type { ActorName, Relation } from './tables.ts'

export interface Cell {
  readonly name: string
  readonly route: Route
  readonly row: Row
  readonly actor: ActorName
  readonly relation: Relation
  readonly expected: number
}

const okOf = (route: Route, row: Row): number => row.ok ?? (route.method === 'post' && !route.reads ? 201 : 200)

function expectedOf(route: Route, row: Row, actor: ActorName, relation: Relation): number {
  const drawn = row.table[actor][relation]
  if (drawn === undefined) throw new Error(`no answer for ${actor} of ${relation}`)
  return row.but?.[actor]?.[relation] ?? (drawn === '+' ? okOf(route, row) : drawn)
}

/** Every cell of the matrix, from the registry of routes. Throws where a route has no row, or a row no route. */
export function cellsOf(features: readonly Feature[]): Cell[] {
  const routes = new Map(
    features.flatMap(({ routes }) => routes).map(({ route }) => [`${route.method.toUpperCase()} ${route.path}`, route]),
  )
  const without = [...routes.keys()].filter((name) => !(name in rows))
  if (without.length > 0) throw new Error(`Say in rows.ts who may do what with ${without.join(', ')}.`)
  const gone = Object.keys(rows).filter((name) => !routes.has(name))
  if (gone.length > 0) throw new Error(`There is no route any more for ${gone.join(', ')} of rows.ts.`)
  return [...routes].flatMap(([name, route]) => {
    const row = rows[name] as Row
    return actors.flatMap((actor) =>
      (Object.keys(row.table[actor]) as Relation[]).map((relation) => ({
        name,
        route,
        row,
        actor,
        relation,
        expected: expectedOf(route, row, actor, relation),
      })),
    )
  })
}

export const withRule = (cells: readonly Cell[], rule: keyof typeof can): Cell[] => cells.filter(({ row }) => row.rules.includes(rule))

let requests = 0

/** Asks as the cell says. Each from an address of its own, so that no limit on addresses takes part. */
export async function ask(cast: Cast, { route, row, actor, relation }: Cell): Promise<Answer> {
  const ids = cast.idsOf(row, actor, relation)
  const path = pathOf(route, ids).replace('/api/v1', '') + (row.query?.(ids) ?? '')
  const body = row.body?.(ids)
  const peer = `10.${(requests >> 16) & 255}.${(requests >> 8) & 255}.${requests++ & 255}`
  const caller = row.ownSession === true ? await cast.freshly(actor) : cast.selves[actor].caller
  return caller.from(peer).raw(path, {
    method: route.method.toUpperCase(),
    headers: {
      ...(body !== undefined && { 'content-type': 'application/json' }),
      ...(row.ifMatch !== undefined && { 'if-match': `"${row.ifMatch}"` }),
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  })
}
