import { smallPack } from '@plumbline/shared/levels/small-pack.ts'
import { expect, test } from 'vitest'
import { documentUses } from './document-uses.ts'

test('a document leads to every entry that names it, list by list', () => {
  const lists = documentUses(smallPack, 'handbook')
  const countOf = (name: string) => lists.find((list) => list.name === name)?.uses.length
  expect(countOf('Roles')).toBe(3)
  expect(countOf('Skills')).toBe(6)
  expect(countOf('Reasons of expectations')).toBe(1)
  expect(lists.find(({ name }) => name === 'Skills')?.uses[0]?.to).toBe('/framework/skills/kubernetes')
})

test('lists without an entry from the document are left out', () => {
  expect(documentUses(smallPack, 'unread')).toEqual([])
})

test('a contradiction rests on each document that one of its sides is from', () => {
  const contradiction = {
    id: 'c',
    type: 'gap' as const,
    topic: 'Pay',
    positions: [{ text: 'One', sources: [{ document: 'unread', section: 'Pay' }] }],
    shown: 'Both',
  }
  expect(documentUses({ ...smallPack, contradictions: [contradiction] }, 'unread')).toMatchObject([
    { name: 'Contradictions', uses: [{ to: '/framework/contradictions/c' }] },
  ])
})
