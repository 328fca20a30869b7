import { expect, test } from 'vitest'
import { smallIndex, smallPack } from '../levels/small-pack.ts'
import { person } from '../levels/small-pack-people.ts'
import { sourcedExpectations } from './expectations.ts'
import { countRoles } from './gaps-count.ts'
import { roleGaps } from './gaps.ts'

const handbook = { document: 'handbook', section: 'Roles' }

test('every missing skill of a role says its level at mid, its basis and where it was read; covered skills are left out', () => {
  const ana = person('ana', 'platform-engineer', [4, 1, 3, null, null, 2]) // short of GitOps only
  const gaps = roleGaps(countRoles([ana], [], smallIndex), smallIndex)
  expect(sourcedExpectations(gaps, smallPack)).toEqual({
    'platform-engineer': { gitops: { level: 3, basis: 'stated', sources: [handbook] } },
  })
})

test('two reasons that were read at one place name it once', () => {
  const twice = { level: 3, importance: 'must', basis: 'stated', reasons: ['S-ONE', 'S-TWO', 'S-GONE'] } as const
  const [one] = smallPack.reasons
  if (!one) throw new Error('the small pack has a reason')
  const two = { ...one, id: 'S-TWO', sources: [handbook, { ...handbook, printed: 'GitOps' }] }
  const pack = { reasons: [one, two], expectations: { 'platform-engineer': { gitops: { ...twice, reasons: [...twice.reasons] } } } }
  const gaps = roleGaps(countRoles([person('ana', 'platform-engineer', [4, 1, 3, null, null, 2])], [], smallIndex), smallIndex)
  expect(sourcedExpectations(gaps, pack)['platform-engineer']?.['gitops']?.sources).toEqual([handbook, { ...handbook, printed: 'GitOps' }])
})
