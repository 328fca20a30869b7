import { test } from 'vitest'
import { emptyWorld } from '../support/world.ts'
test('times', async () => {
  for (let i = 0; i < 4; i++) {
  const world = await emptyWorld()
  const token = String(await world.firstRun())
  const t = performance.now(); const c = process.cpuUsage()
  await world.nobody.post('/demo', { token })
  console.log('BUILD', performance.now() - t, process.cpuUsage(c)) }
})
