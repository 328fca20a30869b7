import { expect, test } from 'vitest'
import { expectLevel, newSkill, publishWith, remove, startDraft } from '../support/draft.ts'
import { answerPractices, rate } from '../support/rate.ts'
import { startedWorld } from '../support/world.ts'

/** Mia and Ned are rated in Git, Mia three times in Kubernetes; Ada the admin has no role. */
async function platform() {
  const world = await startedWorld()
  const teamId = await world.team('Platform')
  const mia = await world.join({ name: 'Mia', teamId, roleId: 'platform-engineer' })
  const ned = await world.join({ name: 'Ned', teamId, roleId: 'finops-engineer' })
  await rate(world, mia.id, { kind: 'self', at: '2026-01-10T10:00:00Z', levels: { kubernetes: 2, git: 3 } })
  await rate(world, mia.id, { kind: 'lead', at: '2026-02-10T10:00:00Z', levels: { kubernetes: 4 } })
  await rate(world, mia.id, { kind: 'self', at: '2026-03-10T10:00:00Z', levels: { kubernetes: 3 } })
  await rate(world, ned.id, { kind: 'self', at: '2026-04-01T10:00:00Z', levels: { git: 5 } })
  await answerPractices(world, teamId, [
    ['gitops-02', 'none'],
    ['gitops-02', 'all'],
  ])
  return { ...world, teamId, mia, ned }
}

const nothing = {
  newQuestions: [],
  droppedQuestions: [],
  raised: 0,
  lowered: 0,
  ratingsLost: [],
  ratingsCarried: [],
  answersLost: [],
  answersCarried: [],
  roles: [],
}

test('an unchanged draft changes nothing for anybody', async () => {
  const { admin } = await platform()
  await startDraft(admin)
  expect((await admin.get('/framework/draft/effect')).body).toEqual({ version: 1, people: 3, ...nothing })
})

test('worked example: one new question, two people without Git, Kubernetes carried over, one raised, a practice and a role that go', async () => {
  const { admin, teamId } = await platform()
  await admin.put(`/teams/${teamId}/demand`, { demand: [{ roleId: 'k8s-security-engineer', people: 2 }] })
  const draft = await startDraft(admin)
  await draft.change(
    newSkill('zig'),
    expectLevel('platform-engineer', 'zig', 3),
    newSkill('k8s-run'),
    remove('skills', 'kubernetes', 'k8s-run'),
    remove('skills', 'git'),
    expectLevel('finops-engineer', 'iac', 4),
    remove('practices', 'gitops-02'),
    remove('roles', 'k8s-security-engineer', 'platform-engineer'),
  )
  const { body } = await admin.get('/framework/draft/effect')
  expect(body).toEqual({
    ...nothing,
    version: 2,
    people: 3,
    newQuestions: [{ questions: 1, people: 1 }],
    droppedQuestions: [{ questions: 1, people: 2 }],
    raised: 1,
    ratingsLost: [{ id: 'git', name: expect.any(String), heirs: [], entries: 2, holders: 2 }],
    ratingsCarried: [{ id: 'kubernetes', name: expect.any(String), heirs: ['k8s-run'], entries: 3, holders: 1 }],
    answersLost: [{ id: 'gitops-02', name: expect.any(String), heirs: [], entries: 2, holders: 1 }],
    roles: [{ id: 'k8s-security-engineer', name: expect.any(String), heir: 'platform-engineer', people: 0, demanded: 2 }],
  })
  await draft.publish()
  await startDraft(admin, '2026.1-1')
  expect((await admin.get('/framework/draft/effect')).body).toEqual({ version: 1, people: 3, ...nothing })
})

test('the effect is measured against the present version, also where the draft was made from an older one', async () => {
  const { admin } = await platform()
  await publishWith(admin, [newSkill('zig'), expectLevel('platform-engineer', 'zig', 3), remove('skills', 'git')])
  await startDraft(admin, '2026.1')
  // Zig goes again; Git comes back with the ratings that it had.
  expect((await admin.get('/framework/draft/effect')).body).toEqual({
    ...nothing,
    version: 1,
    people: 3,
    droppedQuestions: [{ questions: 1, people: 1 }],
  })
})
