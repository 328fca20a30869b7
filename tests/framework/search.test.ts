import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { readPack } from '@plumbline/server/frameworks/read-pack.ts'
import { searchEntries } from '../../web/src/frameworks/search/search-entries.ts'
import { frameworkSearchIndex } from '../../web/src/frameworks/search/search-index.ts'

describe('in the pack that comes with the product', async () => {
  const pack = await readPack(join(import.meta.dirname, '..', '..', 'shared', 'frameworks', '2026'))
  const entries = searchEntries(pack)
  const search = frameworkSearchIndex(pack)
  const found = (text: string) => search(text).flatMap((group) => group.entries.map(({ id }) => id))

  test('every entry is found by its name', () => {
    expect(entries.length).toBeGreaterThan(700)
    expect(entries.filter(({ id, title }) => !found(title).includes(id)).map(({ id }) => id)).toEqual([])
  })

  test('every entry has an address of its own', () => {
    expect(new Set(entries.map(({ to }) => to)).size).toBe(entries.length)
  })

  test('every alias of a skill, a tool, a role and a certification finds it', () => {
    const named = [
      ...pack.skills.map((entry) => ({ kind: 'skill', ...entry })),
      ...pack.tools.map((entry) => ({ kind: 'tool', ...entry })),
      ...pack.roles.map((entry) => ({ kind: 'role', ...entry })),
      ...pack.certifications.map((entry) => ({ kind: 'certification', ...entry })),
    ]
    const missed = named.flatMap(({ kind, id, aliases }) =>
      aliases.filter((alias) => !found(alias).includes(`${kind} ${id}`)).map((alias) => `${kind} ${id}: ${alias}`),
    )
    expect(missed).toEqual([])
  })

  test('what a document prints of a claim finds the claim', () => {
    const missed = pack.claims.flatMap(({ id, sources }) =>
      sources.flatMap(({ printed }) => (printed === undefined || found(printed).includes(`claim ${id}`) ? [] : [`${id}: ${printed}`])),
    )
    expect(missed).toEqual([])
  })
})
