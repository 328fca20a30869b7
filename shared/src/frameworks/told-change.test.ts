import { expect, test } from 'vitest'
import { smallPack } from '../levels/small-pack.ts'
import { noCarry } from './carry.ts'
import { mostTold, toldChange } from './told-change.ts'

const draft = { pack: smallPack, carry: noCarry }
const first = smallPack.skills[0]

test('of a changed entry the fields that differ are told, of an added and a removed one the whole entry', () => {
  if (first === undefined) throw new Error('the small pack has no skills')
  const added = { ...first, id: 'new-one', position: 99 }
  const skills = [{ ...first, name: 'Renamed' }, ...smallPack.skills.slice(2), added]
  const { before, after } = toldChange(draft, { pack: { ...smallPack, skills }, carry: noCarry })
  const gone = smallPack.skills[1]
  expect(before).toEqual({ [`skills/${gone?.id}`]: gone, [`skills/${first.id}`]: { name: first.name }, 'skills/new-one': null })
  expect(after).toEqual({ [`skills/${gone?.id}`]: null, [`skills/${first.id}`]: { name: 'Renamed' }, 'skills/new-one': added })
})

test('an expectation that is no longer there is told with the level it had, and what is carried over with it', () => {
  const [role = ''] = Object.keys(smallPack.expectations)
  const [[skill, expectation] = ['', undefined], ...others] = Object.entries(smallPack.expectations[role] ?? {})
  const expectations = { ...smallPack.expectations, [role]: Object.fromEntries(others) }
  const carry = { ...noCarry, skills: { [skill]: ['heir'] } }
  const { before, after } = toldChange(draft, { pack: { ...smallPack, expectations }, carry })
  expect(before).toEqual({ [`expectations/${role}/${skill}`]: expectation, carry: noCarry })
  expect(after).toEqual({ [`expectations/${role}/${skill}`]: null, carry })
})

test('of very many entries the first are told, and how many more there are', () => {
  if (first === undefined) throw new Error('the small pack has no skills')
  const many = Array.from({ length: mostTold + 7 }, (_, n) => ({ ...first, id: `new-${n}`, position: 100 + n }))
  const { after, further } = toldChange(draft, { pack: { ...smallPack, skills: [...smallPack.skills, ...many] }, carry: noCarry })
  expect([Object.keys(after).length, further]).toEqual([mostTold, 7])
  expect(toldChange(draft, draft)).toEqual({ before: {}, after: {} })
})
