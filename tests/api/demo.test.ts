import { expect, test } from 'vitest'
import { emptyWorld } from '../support/world.ts'

test('builds', async () => {
  const world = await emptyWorld()
  const token = String(await world.firstRun())
  const t = performance.now(); const c = process.cpuUsage()
  const res = await world.nobody.post('/demo', { token })
  console.log(res.status, res.text, performance.now() - t, process.cpuUsage(c))
  expect(res.status).toBe(201)
  for (const x of ['people', 'assessments', 'ratings', 'practice_answers', 'audit_events']) console.log(x, (await world.ownerSql.begin(async (s) => { await s`select set_config('plumbline.org', (select demo_org_id::text from installation), true)`; return s.unsafe(`select count(*)::int n from ${x}`) }))[0])
})
