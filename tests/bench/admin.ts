import { once } from 'node:events'
import { type IncomingMessage, request } from 'node:http'
import type { Sql } from 'postgres'
import { openDatabase } from '@plumbline/server/db/client.ts'
import { readConfig } from '@plumbline/server/http/config.ts'
import { openAuth } from '@plumbline/server/identity/auth.ts'
import type { Parts } from '../support/engine.ts'
import type { Generated } from './generate.ts'

export const secret = 'a secret that is used in benches only, 32+'

interface Wire {
  readonly etag: string
  /** As they came, still compressed. */
  readonly bytes: number
}

export interface Admin {
  readonly accountId: string
  /** The answer's text. Throws for one that is not ok, and not 304 either. */
  readonly call: (path: string, init?: RequestInit) => Promise<string>
  readonly wire: (path: string, headers: Record<string, string>) => Promise<Wire>
}

/** An admin of the generated organisation, and ways to call as them. */
export async function adminOf(superuser: Sql, connection: Parts, { orgId, personId }: Generated, base: string): Promise<Admin> {
  const database = openDatabase(connection, { poolSize: 2 })
  const auth = openAuth(database, secret, base, { limits: readConfig({}).sessionLimits })
  const accountId = await auth.createVisitor({ name: 'Bench', email: `bench@${orgId}.example` })
  await superuser`insert into memberships (org_id, account_id, person_id, role) values (${orgId}, ${accountId}, ${personId}, 'admin')`
  const session = await auth.openSession(
    accountId,
    { headers: new Headers(), address: '127.0.0.1', origin: base },
    { method: 'visit', secondFactor: false },
  )
  await database.close()
  const cookie = session
    .getSetCookie()
    .map((one) => one.split(';')[0])
    .join('; ')
  const call: Admin['call'] = async (path, init = {}) => {
    const answer = await fetch(`${base}${path}`, { ...init, headers: { cookie, 'content-type': 'application/json', ...init.headers } })
    const text = await answer.text()
    if (!answer.ok && answer.status !== 304) throw new Error(`${path}: ${text}`)
    return text
  }
  await call('/api/v1/sessions/current/purpose', { method: 'PUT', body: JSON.stringify({ purpose: 'development' }) })
  return {
    accountId,
    call,
    wire: async (path, headers) => {
      const asked = request(`${base}${path}`, { headers: { cookie, ...headers } }).end()
      const [answer] = (await once(asked, 'response')) as [IncomingMessage]
      let bytes = 0
      for await (const chunk of answer) bytes += (chunk as Uint8Array).length
      return { etag: answer.headers.etag ?? '', bytes }
    },
  }
}
