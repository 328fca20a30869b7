import type { Answer, Caller } from './world.ts'

type Change = Readonly<Record<string, unknown>>

/** A new skill in the category of Git, its name being its id. */
export const newSkill = (id: string): Change => ({ change: 'put-skill', entry: { id, name: id, category: 'engineering-foundations' } })
export const remove = (list: string, id: string, ...heirs: string[]): Change => ({ change: 'remove', list, id, heirs })
export const expectLevel = (role: string, skill: string, level: number | null): Change => ({
  change: 'expect',
  role,
  skill,
  expectation: level === null ? null : { level, importance: 'must' },
})

const seen = (version: number) => ({ 'if-match': `"${version}"` })

/** An admin's open draft, edited and published over HTTP. */
export async function startDraft(admin: Caller, from = '2026.1', name = 'Ours') {
  const started = await admin.post('/framework/draft', { from, name })
  if (started.status !== 201) throw new Error(`no draft: ${started.text}`)
  let version: number = started.body.version
  const kept = (answer: Answer): Answer => {
    if (typeof answer.body?.version === 'number' && answer.status === 200) version = answer.body.version
    return answer
  }
  return {
    version: () => version,
    change: async (...changes: Change[]) => kept(await admin.patch('/framework/draft', { changes }, seen(version))),
    load: async (format: 'yaml' | 'csv', text: string) => kept(await admin.put('/framework/draft/file', { format, text }, seen(version))),
    discard: () => admin.delete('/framework/draft', seen(version)),
    publish: () => admin.post('/framework/draft/publication', undefined, seen(version)),
  }
}

/** Publishes these changes of a version and answers the new version's name. */
export async function publishWith(admin: Caller, changes: readonly Change[], from = '2026.1'): Promise<string> {
  const draft = await startDraft(admin, from)
  if (changes.length > 0) {
    const changed = await draft.change(...changes)
    if (changed.status !== 200) throw new Error(`not changed: ${changed.text}`)
  }
  const published = await draft.publish()
  if (published.status !== 201) throw new Error(`not published: ${published.text}`)
  return published.body.framework
}
