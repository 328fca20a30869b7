import { expect, test } from 'vitest'
import { startedWorld } from '../support/world.ts'
import type { Answer } from '../support/world.ts'

const rounds = 200

interface Edited {
  readonly name: string
  /** An edit that leaves `mark` behind, by someone who saw `version`. */
  readonly edit: (mark: string, version: number) => Promise<Answer>
  readonly first: number
  /** What stands after all. */
  readonly mark: () => Promise<string>
}

test('of 1,000 pairs of edits that saw the same version 1,000 win, 1,000 are told the version that stands, and no winner is lost', async () => {
  const { admin, team, join } = await startedWorld()
  const seen = (version: number) => ({ 'if-match': `"${version}"` })
  const teamId = await team('Team')
  const mia = await join({ name: 'Mia Member', teamId })
  const personId = (await admin.post('/people', { name: 'Person', email: 'person@example.net' })).body.id as string
  const edited: Edited[] = [
    {
      name: 'a team',
      edit: (name, version) => admin.patch(`/teams/${teamId}`, { name }, seen(version)),
      first: 1,
      mark: async () => (await admin.get('/teams')).body.teams[0].name,
    },
    {
      name: 'a person',
      edit: (name, version) => admin.patch(`/people/${personId}`, { name }, seen(version)),
      first: 1,
      mark: async () => (await admin.get(`/people/${personId}`)).body.name,
    },
    {
      name: 'the organisation',
      edit: (name, version) => admin.patch('/organisation', { name }, seen(version)),
      first: 1,
      mark: async () => (await admin.get('/organisation')).body.name,
    },
    {
      name: 'an answer to a practice',
      edit: (note, version) => mia.put(`/teams/${teamId}/practices/idp-01`, { answer: 'some', note }, seen(version)),
      first: 0,
      mark: async () => (await mia.get(`/teams/${teamId}/practices`)).body.answers['idp-01'].note,
    },
    {
      name: 'a draft',
      edit: (note, version) => mia.patch(`/people/${mia.id}/assessment/draft`, { answers: { git: { level: 2, note } } }, seen(version)),
      first: 0,
      mark: async () => (await mia.get(`/people/${mia.id}/assessment`)).body.draft.answers.git.note,
    },
  ]
  let won = 0
  let stale = 0
  await Promise.all(
    edited.map(async ({ name, edit, first, mark }) => {
      let last = ''
      for (let round = 0; round < rounds; round++) {
        const version = first + round
        const marks = [`${name} ${round} left`, `${name} ${round} right`]
        const answers = await Promise.all(marks.map((one) => edit(one, version)))
        expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 412])
        const loser = answers.find(({ status }) => status === 412)
        expect(loser?.body).toMatchObject({ code: 'stale', version: version + 1 })
        last = marks[answers.findIndex(({ status }) => status === 200)] ?? ''
        won += answers.filter(({ status }) => status === 200).length
        stale += answers.filter(({ status }) => status === 412).length
      }
      expect([name, await mark()]).toEqual([name, last])
    }),
  )
  expect({ won, stale }).toEqual({ won: 1000, stale: 1000 })
}, 300_000)
