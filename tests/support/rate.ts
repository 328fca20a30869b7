import { v7 as uuidv7 } from 'uuid'
import type { Actor } from '@plumbline/shared/access/actor.ts'
import { speakFor } from '@plumbline/server/db/client.ts'
import { assessments, people, practiceAnswers, ratings } from '@plumbline/server/db/schema.ts'
import { keepCounts, keepLevels } from '@plumbline/server/levels/keep.ts'
import type { World } from './world.ts'

interface Given {
  kind: 'self' | 'lead' | 'agreed'
  /** Who gave it; the person themselves unless said otherwise. */
  by?: string
  /** ISO instant; now unless said otherwise. */
  at?: string
  note?: string
  levels: Record<string, number | null>
}

const writerOf = (orgId: string): Actor => ({ accountId: '', orgId, personId: null, role: 'admin', leads: new Set() })

/** Writes one assessment with its ratings as the server's own role, and keeps levels and counts. */
export async function rate(world: World, personId: string, { kind, by = personId, at, note, levels }: Given): Promise<void> {
  const orgId = world.organisationId
  await world.database.withTx({ orgId }, {}, async (tx) => {
    const id = uuidv7()
    const when = at === undefined ? {} : { submittedAt: new Date(at) }
    await tx.insert(assessments).values({ id, personId, kind, frameworkVersion: '2026.1', submittedBy: by, ...when })
    const rows = Object.entries(levels).map(([skillId, level]) => ({
      id: uuidv7(),
      assessmentId: id,
      personId,
      skillId,
      kind,
      level,
      note: note ?? null,
      ...(at !== undefined && { ratedAt: new Date(at) }),
    }))
    await tx.insert(ratings).values(rows)
    const ctx = { tx, actor: writerOf(orgId) }
    await keepLevels(ctx, personId)
    const all = await tx.select({ id: people.id, teamId: people.teamId }).from(people)
    await keepCounts(ctx, [all.find((one) => one.id === personId)?.teamId ?? null])
  })
}

type Answer = 'none' | 'some' | 'most' | 'all' | 'not_applicable'

/** Writes a team's answers to practices; later answers to the same practice are its next revisions. */
export async function answerPractices(
  world: World,
  teamId: string,
  answers: readonly (readonly [practiceId: string, answer: Answer])[],
): Promise<void> {
  await world.database.withTx({ orgId: world.organisationId }, {}, async (tx) => {
    await speakFor(tx, { orgId: world.organisationId })
    const revisions = new Map<string, number>()
    for (const [practiceId, answer] of answers) {
      const revision = (revisions.get(practiceId) ?? 0) + 1
      revisions.set(practiceId, revision)
      await tx.insert(practiceAnswers).values({ teamId, practiceId, revision, answer })
    }
  })
}
