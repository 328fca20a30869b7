import { afterEach, expect, test, vi } from 'vitest'
import { can } from '@plumbline/shared/access/can.ts'
import { features } from '@plumbline/server/features.ts'
import type { Answer } from '../../support/world.ts'
import { castOf } from './cast.ts'
import type { Cast } from './cast.ts'
import { ask, cellsOf } from './cells.ts'
import type { Cell } from './cells.ts'
import { said } from './differing.ts'
import type { ActorName } from './tables.ts'

afterEach(() => vi.restoreAllMocks())

const teams = {
  own: ['Mia Own', 'Max Member', 'Vic Viewer', 'Lea Lead'],
  below: ['Ben Below'],
  sibling: ['Sia Sibling', 'Ole Other'],
  none: ['Ada Admin', 'Fin Former'],
}
const everyone = Object.values(teams).flat()

/** Whose ratings the database may show to whom, whatever is asked of it. */
const reach: Record<ActorName, readonly string[]> = {
  nobody: [],
  member: ['Max Member'],
  viewer: ['Vic Viewer'],
  lead: [...teams.own, ...teams.below],
  formerLead: ['Fin Former'],
  otherLead: teams.sibling,
  admin: everyone,
  otherAdmin: [],
}

const nameOf: Record<ActorName, string> = {
  nobody: '',
  member: 'Max Member',
  viewer: 'Vic Viewer',
  lead: 'Lea Lead',
  formerLead: 'Fin Former',
  otherLead: 'Ole Other',
  admin: 'Ada Admin',
  otherAdmin: 'Otto Other',
}

/** Levels, notes and drafts in an answer that are not within the actor's reach. */
function leaks({ actor }: Cell, { text, body }: Answer): string[] {
  const out = everyone.filter((name) => !reach[actor].includes(name))
  const notes = out.filter((name) => text.includes(`NOTE-${name}`)).map((name) => `a note of ${name}`)
  const drafts = everyone.filter((name) => name !== nameOf[actor] && text.includes(`DRAFT-${name}`)).map((name) => `the draft of ${name}`)
  const people: { name: string; levels?: unknown[] }[] = Array.isArray(body?.people) ? body.people : []
  const levels = people
    .filter(({ name, levels: known = [] }) => out.includes(name) && known.length > 0)
    .map(({ name }) => `levels of ${name}`)
  return [...notes, ...drafts, ...levels]
}

async function leaking(cast: Cast, cells: readonly Cell[]): Promise<string[]> {
  const found: string[] = []
  for (const cell of cells) {
    const answer = await ask(cast, cell)
    found.push(...leaks(cell, answer).map((leak) => `${said(cell, answer.status)} shows ${leak}`))
    const isTheirs = cell.relation !== 'other' && cell.relation !== 'missing'
    if (!isTheirs && cell.expected === 404 && answer.status !== 404) found.push(`${said(cell, answer.status)}, not 404`)
    // A rating of someone out of reach cannot be written either: the row would be one that its writer may not see.
    if (/^PUT .*ratings/.test(cell.name) && cell.expected === 404 && answer.status < 300)
      found.push(`${said(cell, answer.status)}: written`)
  }
  return found
}

test('with every rule saying yes the database alone shows and takes no rating beyond the actor’s reach', async () => {
  const cast = await castOf()
  const cells = cellsOf(features)
  for (const rule of Object.values(can)) vi.spyOn(rule, 'allows').mockReturnValue(true)
  expect(await leaking(cast, cells)).toEqual([])
  console.log(`${cells.length} cells by the database alone`)
}, 600_000)

test('the markers are there to be found: with neither wall the same cells leak', async () => {
  const cast = await castOf()
  for (const rule of Object.values(can)) vi.spyOn(rule, 'allows').mockReturnValue(true)
  for (const table of ['ratings', 'assessments', 'person_levels', 'team_counts', 'drafts'])
    await cast.ownerSql.unsafe(`alter table ${table} disable row level security`)
  const cells = cellsOf(features).filter(({ name }) => /heatmap|skills|GET .*assessment/.test(name))
  const found = await leaking(cast, cells)
  for (const leak of ['a note of', 'levels of', 'the draft of']) expect(found.some((line) => line.includes(leak))).toBe(true)
}, 600_000)
