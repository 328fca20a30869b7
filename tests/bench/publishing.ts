import type { Sql } from 'postgres'
import type { Pack } from '@plumbline/shared/frameworks/pack.ts'
import type { Admin } from './admin.ts'
import type { Generated } from './generate.ts'
import type { Case } from './measure.ts'

const draftPath = '/api/v1/framework/draft'

/**
 * A draft that splits one skill in two and drops another, what it would do, and its publication. Each round takes the next two skills, beginning
 * with those that most roles expect. It changes the framework that everything else is measured with, so it comes last.
 */
export function publishingCases(sql: Sql, { call }: Admin, { orgId }: Generated, pack: Pack): Case[] {
  const expecting = (id: string) => Object.values(pack.expectations).filter((bySkill) => Object.hasOwn(bySkill, id)).length
  const skills = pack.skills.toSorted((a, b) => expecting(b.id) - expecting(a.id))
  let round = 0
  let from = pack.version
  let version = 0

  const skill = (at: number) => {
    const found = skills[at]
    if (!found) throw new Error('more rounds than skills')
    return found
  }
  const openDraft = async () => {
    const [split, dropped] = [skill(2 * round), skill(2 * round + 1)]
    const halves = [`${split.id}-one`, `${split.id}-two`]
    const put = halves.map((id) => ({ change: 'put-skill', entry: { id, name: id, category: split.category } }))
    const removed = { change: 'remove', list: 'skills', id: split.id, heirs: halves }
    const changes = [...put, removed, { change: 'remove', list: 'skills', id: dropped.id }]
    await call(draftPath, { method: 'POST', body: JSON.stringify({ from, name: 'Bench' }) })
    const changed = await call(draftPath, { method: 'PATCH', body: JSON.stringify({ changes }), headers: { 'if-match': '"1"' } })
    version = JSON.parse(changed).version
  }
  const publish = async () => {
    const headers = { 'if-match': `"${version}"` }
    from = JSON.parse(await call(`${draftPath}/publication`, { method: 'POST', headers })).framework
    round += 1
  }
  const everyone = () => sql`
    select p.role_id, p.seniority, l.current from people p
    left join person_levels l on l.org_id = p.org_id and l.person_id = p.id where p.org_id = ${orgId}`
  /** The two copies of the skill that this round splits, without triggers and row-level security, and rolled back. */
  const copies = () =>
    sql.unsafe(`
      begin;
      insert into ratings (org_id, id, assessment_id, person_id, skill_id, kind, level, rated_at)
      select org_id, gen_random_uuid(), assessment_id, person_id, half, kind, level, rated_at from ratings, unnest(array['one', 'two']) half
      where org_id = '${orgId}' and skill_id = '${skill(2 * round).id}';
      rollback`)
  return [
    { name: 'plain SQL, everyone’s levels', run: everyone },
    { name: 'effect of a draft', floor: 'plain SQL, everyone’s levels', before: openDraft, run: () => call(`${draftPath}/effect`) },
    { name: 'plain SQL, ratings copied', run: copies },
    { name: 'publishing a draft', floor: 'plain SQL, ratings copied', run: publish },
  ]
}
