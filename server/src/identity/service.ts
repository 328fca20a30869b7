import { v7 as uuidv7 } from 'uuid'
import { can } from '@plumbline/shared/access/can.ts'
import { conflict, notFound } from '@plumbline/shared/errors/problem.ts'
import { requires } from '#access/require.ts'
import { record } from '#audit/record.ts'
import type { Ctx } from '#http/context.ts'
import { invitationLetter } from './mail-letters.ts'
import type { Letter } from './mail-letters.ts'
import { invitedPerson, personToInvite, putInvitation } from './queries.ts'
import { hashOf, newSecret } from './secret.ts'

const inviteHours = 7 * 24

/** A link that was made for someone, and the letter that takes it to them. */
export interface MadeLink {
  readonly secret: string
  readonly expiresAt: string
  readonly letter: (link: string) => Letter
}

/** A link for the person to sign in with for the first time. It works once, for seven days; a newer one ends it. */
export async function invite(ctx: Ctx, personId: string): Promise<MadeLink> {
  requires(can.manageOrganisation, ctx.actor)
  const person = await personToInvite(ctx.tx, ctx.actor.orgId, personId)
  if (!person) throw notFound()
  if (person.leftOn !== null) throw conflict('This person has left. Take that back before you invite them.')
  if (person.accountId !== null) throw conflict('This person has signed in already.')
  const secret = newSecret()
  const kept = await putInvitation(ctx.tx, { id: uuidv7(), personId, tokenHash: hashOf(secret), kind: 'join', hours: inviteHours })
  const reader = await invitedPerson(ctx.tx, ctx.actor.orgId, personId)
  if (!kept || !reader) throw notFound()
  await record(ctx, 'person.invited', `person:${personId}`)
  return { secret, expiresAt: kept.expiresAt.toISOString(), letter: (link) => invitationLetter(reader, reader.organisation, link) }
}
