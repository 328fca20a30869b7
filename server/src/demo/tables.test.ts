import { join } from 'node:path'
import { expect, test } from 'vitest'
import { indexPack } from '@plumbline/shared/levels/pack-index.ts'
import { readPack } from '#frameworks/read-pack.ts'
import { notes as checklistNotes, checklists } from './checklists.ts'
import { checklistAnswers } from './checklist-answers.ts'
import { monthsBefore, workingTime } from './calendar.ts'
import { demands } from './demands.ts'
import { begunAnswers } from './draft.ts'
import { leadViewsOf } from './lead-views.ts'
import { answersOf } from './levels.ts'
import { notes } from './notes.ts'
import { emailOf, members } from './people.ts'

const pack = await readPack(join(import.meta.dirname, '../../../shared/frameworks/2026'))
const index = indexPack(pack)

test('six teams of 48 people hold all roles of the framework, and no two share an address', () => {
  expect(members.length).toBe(48)
  expect(new Set(members.map(({ name }) => emailOf(name))).size).toBe(48)
  for (const { name } of members) expect(emailOf(name)).toMatch(/^[a-z.-]+@demo\.example$/)
  expect(new Set(members.map(({ team }) => team)).size).toBe(6)
  expect(new Set(members.map(({ role }) => role))).toEqual(new Set(index.roleById.keys()))
})

test('each note stands beside an answer that somebody gives', () => {
  const given = members.flatMap((member) => Object.values(answersOf(member, 1, index)).map(({ note }) => note))
  for (const [, , note] of notes) expect(given).toContain(note)
  const answered = Object.entries(checklists).flatMap(([team, areas]) =>
    Object.entries(areas).flatMap(([area, story]) =>
      checklistAnswers(
        team as keyof typeof checklists,
        story,
        pack.practices.filter((practice) => practice.area === area),
      ).map(({ note }) => note),
    ),
  )
  for (const [, , note] of checklistNotes) expect(answered).toContain(note)
})

test('exceptions, demands, the draft and the lead’s views name what the framework has', () => {
  const practices = new Set(pack.practices.map(({ id }) => id))
  for (const areas of Object.values(checklists))
    for (const { but = {} } of Object.values(areas)) for (const id of Object.keys(but)) expect(practices).toContain(id)
  for (const { roleId } of Object.values(demands).flat()) expect(index.roleById.has(roleId)).toBe(true)
  const views = members.flatMap((member) => leadViewsOf(member, answersOf(member, 1, index), index).map(({ skill }) => skill))
  for (const skill of [...Object.keys(begunAnswers), ...views]) expect(index.skillById.has(skill)).toBe(true)
})

test('levels rise from round to round', () => {
  const mean = (round: 14 | 9 | 5 | 1) => {
    const levels = members.flatMap((member) => Object.values(answersOf(member, round, index)).flatMap(({ level }) => level ?? []))
    return levels.reduce((sum: number, level) => sum + level, 0) / levels.length
  }
  const means = ([14, 9, 5, 1] as const).map(mean)
  expect(means).toEqual(means.toSorted((a, b) => a - b))
})

test('a month without this day has its last day instead', () => {
  expect(monthsBefore(new Date('2026-03-31T22:00:00Z'), 1).toISOString()).toBe('2026-02-28T00:00:00.000Z')
  expect(monthsBefore(new Date('2026-01-15T01:00:00Z'), 14).toISOString()).toBe('2024-11-15T00:00:00.000Z')
  expect(workingTime(new Date('2026-02-28T00:00:00Z'), 2, 0.5).toISOString()).toBe('2026-03-02T12:30:00.000Z')
})
