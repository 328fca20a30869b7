import { expect, test } from 'vitest'
import { newSkill, publishWith, remove } from '../support/draft.ts'
import { startedWorld } from '../support/world.ts'

const saw = (version: number) => ({ 'if-match': `"${version}"` })
const split = [
  newSkill('k8s-run'),
  newSkill('k8s-build'),
  newSkill('terraform'),
  remove('skills', 'kubernetes', 'k8s-run', 'k8s-build'),
  remove('skills', 'iac', 'terraform'),
  remove('skills', 'git'),
]

/** Mia has begun an assessment when Kubernetes is split, IaC is renamed and Git is dropped. */
async function begun() {
  const world = await startedWorld()
  const mia = await world.join({ name: 'Mia', teamId: await world.team('Platform'), roleId: 'platform-engineer' })
  const draft = `/people/${mia.id}/assessment/draft`
  const answers = { kubernetes: { level: 3 }, git: { level: 2 }, iac: { level: null, note: 'a little' }, docker: { level: 4 } }
  expect((await mia.patch(draft, { answers }, saw(0))).status).toBe(200)
  await publishWith(world.admin, split)
  const levels = async () => {
    const read = (await mia.get(`/people/${mia.id}/assessment`)).body.draft.answers as Record<string, { level: number | null }>
    return Object.fromEntries(Object.entries(read).map(([skill, { level }]) => [skill, level]))
  }
  return { ...world, mia, draft, levels }
}

test('answers of a draft follow their skills; one whose skill was dropped is left out', async () => {
  const { levels } = await begun()
  expect(await levels()).toEqual({ 'k8s-run': 3, 'k8s-build': 3, terraform: null, docker: 4 })
})

test('what is answered afterwards is not overwritten, and can be taken out', async () => {
  const { mia, draft, levels } = await begun()
  const saved = await mia.patch(draft, { answers: { 'k8s-run': { level: 1 }, 'k8s-build': null } }, saw(1))
  expect(Object.keys(saved.body.answers).toSorted()).toEqual(['docker', 'k8s-run', 'terraform'])
  expect(await levels()).toEqual({ 'k8s-run': 1, terraform: null, docker: 4 })
})

test('a page that was open when the version came may go on: its answer counts for the heirs, one without a place for nothing', async () => {
  const { mia, draft, levels } = await begun()
  const saved = await mia.patch(draft, { answers: { kubernetes: { level: 5 }, git: { level: 1 }, docker: { level: 3 } } }, saw(1))
  expect(saved.status).toBe(200)
  expect(await levels()).toEqual({ 'k8s-run': 5, 'k8s-build': 5, terraform: null, docker: 3 })
  const unknown = await mia.patch(draft, { answers: { kubernetes: { level: 4 }, 'no-such-skill': { level: 1 } } }, saw(2))
  expect([unknown.status, unknown.body.errors.map(({ pointer }: { pointer: string }) => pointer)]).toEqual([
    400,
    ['/answers/no-such-skill'],
  ])
})

test('submitting makes ratings of the skills that are there', async () => {
  const { mia } = await begun()
  const submitted = await mia.post(`/people/${mia.id}/assessments`, { draftVersion: 1 })
  expect([submitted.status, submitted.body.ratings]).toEqual([201, 4])
  const { body } = await mia.get(`/people/${mia.id}/assessment`)
  expect(Object.keys(body.submitted).toSorted()).toEqual(['docker', 'k8s-build', 'k8s-run', 'terraform'])
})

test('an answer without a place is kept with the draft until its skill is there again', async () => {
  const { mia, admin, draft, levels } = await begun()
  await mia.patch(draft, { answers: { docker: { level: 5 } } }, saw(1))
  await publishWith(admin, [], '2026.1')
  expect(await levels()).toEqual({ git: 2, docker: 5 })
})

test('a draft with nothing but answers that have no place is not submitted', async () => {
  const { admin, join } = await startedWorld()
  const mia = await join({ name: 'Mia' })
  await mia.patch(`/people/${mia.id}/assessment/draft`, { answers: { git: { level: 2 } } }, saw(0))
  await publishWith(admin, [remove('skills', 'git')])
  expect((await mia.post(`/people/${mia.id}/assessments`, { draftVersion: 1 })).status).toBe(400)
  expect((await mia.get(`/people/${mia.id}/assessment`)).body.draft).toEqual({ answers: {}, version: 1 })
})
