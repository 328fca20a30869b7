import { expect, test } from 'vitest'
import { auditEvents } from '@plumbline/server/db/schema.ts'
import { expectLevel, newSkill, publishWith, remove, startDraft } from '../support/draft.ts'
import { startedWorld } from '../support/world.ts'

const reason = 'Only an admin may change what everyone is measured with.'
const first = { 'if-match': '"1"' }

test('a draft is a copy of a version under a name of its own', async () => {
  const { admin } = await startedWorld()
  expect((await admin.get('/framework/draft')).status).toBe(404)
  await startDraft(admin, '2026.1', 'Ours')
  const { body, headers } = await admin.get('/framework/draft')
  expect(headers.get('etag')).toMatch(/"1"/)
  expect(body).toMatchObject({ origin: '2026.1', version: 1, carry: { skills: {}, practices: {}, roles: {} } })
  expect(body.pack).toEqual({ ...(await admin.get('/framework')).body, name: 'Ours' })
})

test('an organisation has one draft at a time, of a version that it has', async () => {
  const world = await startedWorld()
  await publishWith(await world.otherOrganisation(), [])
  for (const from of ['2026.1-1', '2031.7']) {
    const refused = await world.admin.post('/framework/draft', { from, name: 'Ours' })
    expect([refused.status, refused.body.errors]).toEqual([
      400,
      [{ in: 'body', pointer: '/from', detail: 'Choose a version of your organisation.' }],
    ])
  }
  await startDraft(world.admin)
  expect(await world.admin.post('/framework/draft', { from: '2026.1', name: 'Two' })).toMatchObject({
    status: 409,
    body: { detail: 'A draft is open already. Publish it or throw it away first.' },
  })
  const both = await Promise.all([1, 2].map(async () => (await world.admin.delete('/framework/draft', first)).status))
  expect(both.toSorted()).toEqual([200, 404])
})

test('a draft is read and changed by admins alone, and others are told why', async () => {
  const world = await startedWorld()
  const mia = await world.join({ name: 'Mia' })
  const changes = [{ change: 'rename', name: 'Mine' }]
  const refusals = async () => [
    await mia.post('/framework/draft', { from: '2026.1', name: 'Mine' }),
    await mia.get('/framework/draft'),
    await mia.patch('/framework/draft', { changes }, first),
    await mia.put('/framework/draft/file', { format: 'yaml', text: 'x' }, first),
    await mia.get('/framework/draft/effect'),
    await mia.post('/framework/draft/publication', undefined, first),
    await mia.delete('/framework/draft', first),
  ]
  // The same whether there is a draft or not: whoever may not see it does not learn that there is one.
  const without = await refusals()
  await startDraft(world.admin)
  const withDraft = await refusals()
  for (const answer of [...without, ...withDraft]) expect([answer.status, answer.body.detail]).toEqual([403, reason])
  expect((await world.admin.get('/framework/draft')).body).toMatchObject({ version: 1, pack: { name: 'Ours' } })
})

test('every change of a draft says which one it saw; a stale one is told what stands', async () => {
  const { admin } = await startedWorld()
  const draft = await startDraft(admin)
  await draft.change({ change: 'rename', name: 'Two' })
  const changes = [{ change: 'rename', name: 'Three' }]
  const file = { format: 'csv', text: 'skill' }
  for (const headers of [{}, first]) {
    const answers = [
      await admin.patch('/framework/draft', { changes }, headers),
      await admin.put('/framework/draft/file', file, headers),
      await admin.post('/framework/draft/publication', undefined, headers),
      await admin.delete('/framework/draft', headers),
    ]
    const expected = headers === first ? [412, 2] : [428, undefined]
    for (const answer of answers) expect([answer.status, answer.body.version]).toEqual(expected)
  }
  expect((await admin.get('/framework/draft')).body.pack.name).toBe('Two')
})

test('changes are all made or none, and the one that cannot be made is pointed at', async () => {
  const { admin } = await startedWorld()
  const draft = await startDraft(admin)
  const refused = await draft.change(newSkill('zig'), expectLevel('platform-engineer', 'zig', 3), remove('skills', 'no-such-skill'))
  expect(refused).toMatchObject({
    status: 400,
    body: { errors: [{ in: 'body', pointer: '/changes/2', detail: 'There is no skill "no-such-skill" in the draft.' }] },
  })
  expect((await admin.get('/framework/draft')).text).not.toContain('zig')
  expect((await draft.change(newSkill('zig'), expectLevel('platform-engineer', 'zig', 3))).status).toBe(200)
  const { pack } = (await admin.get('/framework/draft')).body
  expect(pack.skills.at(-1)).toMatchObject({ id: 'zig', position: pack.skills.length - 1 })
  expect(pack.expectations['platform-engineer'].zig).toEqual({ level: 3, importance: 'must', basis: 'derived', reasons: ['D-OWN'] })
})

test('what would not be sound is refused', async () => {
  const { admin } = await startedWorld()
  const draft = await startDraft(admin)
  const stray = { change: 'put-skill', entry: { id: 'zig', name: 'Zig', category: 'no-such-category' } }
  expect(await draft.change(stray)).toMatchObject({
    status: 400,
    body: {
      detail: 'The framework would not be sound. Nothing was changed.',
      errors: [{ in: 'body', pointer: '/changes', detail: 'skills/zig: category "no-such-category" does not exist' }],
    },
  })
  const many = Array.from({ length: 200 }, (_, at) => newSkill(`skill-${at}`))
  const more = (from: number) =>
    many.map((one, at) => ({ ...one, entry: { id: `skill-${from + at}`, name: 'x', category: 'engineering-foundations' } }))
  expect((await draft.change(...many)).status).toBe(200)
  expect((await draft.change(...more(200))).status).toBe(200)
  const tooMany = await draft.change(...more(400))
  expect([tooMany.status, tooMany.body.errors.length]).toEqual([400, 1])
  expect(tooMany.body.errors[0].detail).toMatch(/^skills: .*600/)
})

test('a skill is not taken over by one that has a history of its own, nor by one that takes over another', async () => {
  const { admin } = await startedWorld()
  await publishWith(admin, [newSkill('zig'), newSkill('rust')])
  await publishWith(admin, [remove('skills', 'zig')], '2026.1-1')
  const draft = await startDraft(admin, '2026.1-2')
  const inPresent = await draft.change(newSkill('go'), remove('skills', 'rust', 'git'))
  expect(inPresent.body.errors).toMatchObject([{ pointer: '/changes/1', detail: expect.stringContaining('"git"') }])
  const inHistory = await draft.change(newSkill('zig'), remove('skills', 'rust', 'zig'))
  expect(inHistory.body.errors).toEqual([
    {
      in: 'body',
      pointer: '/changes/1',
      detail: '"zig" was used before and has a history of its own, so it cannot take over that of "rust". Name a new skill.',
    },
  ])
  const twice = await draft.change(newSkill('go'), remove('skills', 'rust', 'go'), remove('skills', 'git', 'go'))
  expect(twice.body.errors).toMatchObject([{ pointer: '/changes/2', detail: expect.stringContaining('"go" takes over the history of') }])
  // On its own the old skill may come back: its old ratings are its own.
  expect((await draft.change(newSkill('zig'))).status).toBe(200)
})

test('a YAML file takes the place of the draft; the version it names is not its own to say', async () => {
  const { admin } = await startedWorld()
  const draft = await startDraft(admin)
  await draft.change(newSkill('zig'), remove('skills', 'git', 'zig'), { change: 'rename', name: 'Before' })
  const yaml = (await admin.get('/frameworks/2026.1/pack.yaml')).text
  const file = yaml.replace("version: '2026.1'", "version: '2031.7'").replace(/^name: .*$/m, 'name: From a file')
  expect((await draft.load('yaml', file)).status).toBe(200)
  const { body } = await admin.get('/framework/draft')
  expect([body.pack.name, body.pack.version, body.origin, body.version]).toEqual(['From a file', '2026.1', '2026.1', 3])
  expect(body.carry).toEqual({ skills: {}, practices: {}, roles: {} })
  expect(body.pack).toEqual({ ...(await admin.get('/framework')).body, name: 'From a file' })
})

test('what a file lacks is dropped, or goes to the heirs named before that are in the file; what it has again is not gone', async () => {
  const { admin } = await startedWorld()
  await publishWith(admin, [newSkill('zig'), remove('skills', 'git', 'zig')])
  const withGit = (await admin.get('/frameworks/2026.1/pack.yaml')).text
  const withRust = (await admin.get('/frameworks/2026.1-1/pack.yaml')).text.replaceAll(/\bzig\b/g, 'rust')
  const draft = await startDraft(admin)
  const carried = async () => (await admin.get('/framework/draft')).body.carry.skills
  await draft.change(newSkill('rust'), newSkill('odin'), remove('skills', 'git', 'rust', 'odin'))
  expect(await carried()).toEqual({ git: ['rust', 'odin'] })
  expect((await draft.load('yaml', withRust)).status).toBe(200)
  expect(await carried()).toEqual({ git: ['rust'] })
  await draft.load('yaml', withGit)
  expect(await carried()).toEqual({})
  await draft.load('yaml', withRust)
  expect(await carried()).toEqual({ git: [] })
})

test('a table changes expected levels and nothing else', async () => {
  const { admin } = await startedWorld()
  const draft = await startDraft(admin)
  expect((await draft.load('csv', 'skill,platform-engineer\ngit,5!\n')).status).toBe(200)
  const { pack, carry } = (await admin.get('/framework/draft')).body
  const present = (await admin.get('/framework')).body
  expect(pack.expectations['platform-engineer'].git).toMatchObject({ level: 5, importance: 'must' })
  expect({ ...pack, expectations: 0, reasons: 0 }).toEqual({ ...present, name: 'Ours', expectations: 0, reasons: 0 })
  expect(carry.skills).toEqual({})
})

test('every problem of a file is told with its line and column, and nothing is written', async () => {
  const { admin } = await startedWorld()
  const draft = await startDraft(admin)
  const table = await draft.load('csv', 'skill,platform-engineer,no-such-role\ngit,9,\nno-such-skill,1,\n')
  expect(table.status).toBe(400)
  expect(table.body.detail).toBe('The file was not imported. Mend what is told and import it again.')
  expect(table.body.errors.map(({ in: place, pointer }: { in: string; pointer: string }) => [place, pointer])).toEqual([
    ['body', '/text/1/3'],
    ['body', '/text/3/1'],
  ])
  const yaml = (await admin.get('/frameworks/2026.1/pack.yaml')).text
  const wrong = await draft.load('yaml', yaml.replaceAll('category: ', 'category: no-'))
  const lines = yaml.split('\n')
  const told: { pointer: string; detail: string }[] = wrong.body.errors
  expect(told.length).toBe((await admin.get('/framework')).body.skills.length)
  for (const { pointer, detail } of told) {
    const [, , line, column] = pointer.split('/').map(Number)
    expect(detail).toContain('does not exist')
    expect([lines[(line ?? 0) - 1], column]).toEqual([expect.stringContaining('category: '), expect.any(Number)])
  }
  expect((await draft.load('yaml', 'a: [1')).body.errors[0].pointer).toMatch(/^\/text\/1\/\d+$/)
  expect((await admin.get('/framework/draft')).body).toMatchObject({ version: 1, pack: { name: 'Ours' } })
})

test('of a file that is wrong all over 200 problems are told, and how many more there are', async () => {
  const { admin } = await startedWorld()
  const draft = await startDraft(admin)
  const rows = Array.from({ length: 1000 }, (_, at) => `no-skill-${at},1`)
  const { errors } = (await draft.load('csv', ['skill,platform-engineer', ...rows].join('\n'))).body
  expect(errors).toHaveLength(201)
  expect(errors.at(-1).detail).toContain('800 more')
})

test('a file may be megabytes long, what is longer is refused in words, and other bodies keep their bound', async () => {
  const { admin } = await startedWorld()
  const draft = await startDraft(admin)
  const yaml = (await admin.get('/frameworks/2026.1/pack.yaml')).text
  const padded = `${yaml}\n${'# a remark of a hundred characters, as they come from an editor that wraps no lines at all, and ever\n'.repeat(30_000)}`
  expect(padded.length).toBeGreaterThan(3_000_000)
  expect((await draft.load('yaml', padded)).status).toBe(200)
  const long = await draft.load('yaml', 'x'.repeat(4_100_000))
  expect([long.status, long.body.errors[0].detail]).toEqual([
    400,
    'The file is larger than 4,000,000 characters. A framework is not that long.',
  ])
  const huge = await draft.load('yaml', 'x'.repeat(10_000_000))
  expect([huge.status, huge.body.detail]).toEqual([413, 'The request is larger than 4500 KiB. Send less at once.'])
  const changes = [{ change: 'rename', name: 'x'.repeat(300_000) }]
  const bounded = await admin.patch('/framework/draft', { changes }, { 'if-match': '"2"' })
  expect([bounded.status, bounded.body.detail]).toEqual([413, 'The request is larger than 256 KiB. Send less at once.'])
  const json = { 'content-type': 'application/json', 'if-match': '"2"' }
  for (const body of ['['.repeat(200_000), '[0'.padEnd(250_000, ',0') + ']', `{"changes":${'['.repeat(90_000)}${']'.repeat(90_000)}}`])
    expect((await admin.raw('/framework/draft', { method: 'PATCH', headers: json, body })).status).toBe(400)
  const nested = await draft.load('yaml', '['.repeat(100_000))
  expect(nested.status).toBe(400)
})

test('starting, changing, importing and throwing away are audited', async () => {
  const { admin, database, organisationId } = await startedWorld()
  const draft = await startDraft(admin)
  await draft.change({ change: 'rename', name: 'Two' })
  await draft.load('csv', 'skill,platform-engineer\ngit,5!\n')
  expect((await draft.discard()).body).toEqual({ done: true })
  expect((await admin.get('/framework/draft')).status).toBe(404)
  const events = await database.withTx({ orgId: organisationId }, { readOnly: true }, (tx) => tx.select().from(auditEvents))
  const told = events
    .filter(({ action }) => action.startsWith('framework.'))
    .map(({ action, subject, detail }) => [action, subject, detail])
  const git = 'expectations/platform-engineer/git'
  expect(told).toEqual([
    ['framework.draft_started', 'framework:2026.1', { before: null, after: { name: 'Ours', from: '2026.1' } }],
    [
      'framework.draft_changed',
      'framework:2026.1',
      { before: { 'pack/framework': { name: 'Ours' } }, after: { 'pack/framework': { name: 'Two' } } },
    ],
    [
      'framework.draft_imported',
      'framework:2026.1',
      {
        format: 'csv',
        before: { [git]: { level: 4, reasons: ['D-DUTY'] }, 'reasons/D-OWN': null },
        after: { [git]: { level: 5, reasons: ['D-OWN'] }, 'reasons/D-OWN': expect.objectContaining({ text: 'Set by the organisation.' }) },
      },
    ],
    ['framework.draft_discarded', 'framework:2026.1', { before: { name: 'Two', version: 3 }, after: null }],
  ])
})
