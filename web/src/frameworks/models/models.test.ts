import type { Model } from '@plumbline/shared/frameworks/pack-source.ts'
import { smallPack } from '@plumbline/shared/levels/small-pack.ts'
import { expect, test } from 'vitest'
import { isCovered, modelCoverage } from './model-coverage.ts'
import { modelItems } from './model-items.ts'

const model: Model = {
  id: 'open',
  name: 'Open model',
  publisher: 'Nobody',
  url: 'https://example.org',
  licence: 'CC0',
  use: 'Names',
  items: [
    { id: 'builds', name: 'Builds' },
    { id: 'culture', name: 'Culture' },
  ],
}

test('an item is covered by the practices and skills that name it with its model', () => {
  const practices = smallPack.practices.map((one, at) => ({ ...one, models: at === 0 ? ['open/builds', 'other/culture'] : [] }))
  const [builds, culture] = modelCoverage(model, { ...smallPack, practices })
  expect(builds?.practices).toHaveLength(1)
  expect(builds && isCovered(builds)).toBe(true)
  expect(culture && isCovered(culture)).toBe(false)
})

test('items are told by their names, and what no model has is left out', () => {
  expect(modelItems(['open/builds', 'open/gone', 'gone/builds'], [model])).toEqual([{ key: 'open/builds', model, name: 'Builds' }])
})
