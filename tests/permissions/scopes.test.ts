import fc from 'fast-check'
import { expect, test } from 'vitest'
import { whoOf } from '@plumbline/server/access/actor-of.ts'
import { scopes } from '@plumbline/server/access/scopes.ts'
import { speakFor } from '@plumbline/server/db/client.ts'
import { people, personLevels, teams } from '@plumbline/server/db/schema.ts'
import { can } from '@plumbline/shared/access/can.ts'
import { subtreeOf } from '@plumbline/shared/teams/tree.ts'
import { startedWorld } from '../support/world.ts'

/** Ten teams in a random tree with thirty people in or outside of them; `leads` are the roots that the actor leads. */
const organisations = fc.record({
  parents: fc.array(fc.nat(), { minLength: 10, maxLength: 10 }),
  homes: fc.array(fc.option(fc.nat(9)), { minLength: 30, maxLength: 30 }),
  leads: fc.array(fc.nat(9), { maxLength: 3 }),
  self: fc.option(fc.nat(29)),
  role: fc.constantFrom('admin' as const, 'member' as const, 'viewer' as const),
  /** As a token is at work that may read no rating. */
  token: fc.constantFrom({}, {}, {}, { withoutRatings: true as const }),
})

const id = (kind: number, at: number) => `01980000-0000-7000-800${kind}-${String(at).padStart(12, '0')}`
const ids = (rows: readonly { id: string }[]) => rows.map((row) => row.id).toSorted()
class Undone extends Error {}

test('for any tree, people and actor the scope of a list and the database’s own policy hold exactly what the rule allows one by one', async () => {
  const { database, organisationId: orgId } = await startedWorld()
  await fc.assert(
    fc.asyncProperty(organisations, async ({ parents, homes, leads, self, role, token }) => {
      const tree = parents.map((parent, at) => ({
        id: id(1, at),
        name: `Team ${at}`,
        parentId: at === 0 || parent % 4 === 0 ? null : id(1, parent % at),
      }))
      const cast = homes.map((home, at) => ({
        id: id(2, at),
        name: 'P',
        email: `p${at}@example.net`,
        teamId: home === null ? null : id(1, home),
      }))
      const led = leads.flatMap((at) => subtreeOf(tree, id(1, at)))
      const actor = { accountId: id(3, 0), orgId, personId: self === null ? null : id(2, self), role, leads: new Set(led), ...token }
      const found: Record<string, string[]> = {}
      const tried = database.withTx({ orgId }, {}, async (tx) => {
        await tx.delete(people)
        await tx.insert(teams).values(tree)
        await tx.insert(people).values(cast)
        await tx.insert(personLevels).values(cast.map((person) => ({ personId: person.id })))
        for (const name of ['viewRatings', 'rateAsLead'] as const)
          found[name] = ids(await tx.select({ id: people.id }).from(people).where(scopes[name](actor)))
        for (const name of ['viewHeatmap', 'planHiring'] as const)
          found[name] = ids(await tx.select({ id: teams.id }).from(teams).where(scopes[name](actor)))
        await speakFor(tx, whoOf(actor))
        found['policy'] = ids(await tx.select({ id: personLevels.personId }).from(personLevels))
        throw new Undone()
      })
      await expect(tried).rejects.toThrow(Undone)
      const peopleOf = (name: 'viewRatings' | 'rateAsLead') => ids(cast.filter((person) => can[name].allows(actor, person)))
      const teamsOf = (name: 'viewHeatmap' | 'planHiring') => ids(tree.filter((team) => can[name].allows(actor, team)))
      expect(found).toEqual({
        viewRatings: peopleOf('viewRatings'),
        rateAsLead: peopleOf('rateAsLead'),
        viewHeatmap: teamsOf('viewHeatmap'),
        planHiring: teamsOf('planHiring'),
        policy: peopleOf('viewRatings'),
      } satisfies Record<keyof typeof scopes | 'policy', string[]>)
    }),
    { numRuns: 150 },
  )
})
