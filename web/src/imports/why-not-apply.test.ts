import type { ImportPreview } from '@plumbline/shared/imports/contract.ts'
import { expect, test } from 'vitest'
import { whyNotApply } from './why-not-apply.ts'

const preview = (counts: Partial<ImportPreview['counts']>, more: Partial<ImportPreview> = {}): ImportPreview => ({
  rows: [],
  teams: [],
  problems: [],
  counts: { add: 0, change: 0, same: 0, wrong: 0, ...counts },
  ...more,
})

test('a file with something to do and nothing wrong can be imported', () => {
  expect(whyNotApply(preview({ add: 2, same: 1 }), false)).toBeNull()
})

test('anything wrong, an edit since, or nothing to do is a reason not to', () => {
  expect(whyNotApply(preview({ add: 2 }), true)).toMatch(/^The file was edited/)
  expect(whyNotApply(preview({ add: 2, wrong: 1 }), false)).toMatch(/^Correct the row named below/)
  expect(whyNotApply(preview({ wrong: 1200 }), false)).toMatch(/^Correct the 1,200 rows/)
  expect(whyNotApply(preview({}, { problems: ['x'] }), false)).toMatch(/^Correct the file/)
  expect(whyNotApply(preview({ same: 3 }), false)).toBe('Everything in the file is there already.')
})
