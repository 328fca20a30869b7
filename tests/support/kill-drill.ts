import { createHash } from 'node:crypto'
import { setImmediate as turn } from 'node:timers/promises'
import { onTestFinished } from 'vitest'
import { startAppProcess, startOrganisation } from './app-process.ts'
import type { AppProcess } from './app-process.ts'
import { endPostgres, killPostgres } from './kill-postgres.ts'

const skillsRated = ['git', 'linux-shell', 'python']

interface Lost {
  status: null
}
interface Heard {
  status: number
  body: { id: string; version: number; detail?: string; people?: { id: string; version: number }[]; teams?: { id: string; name: string }[] }
  headers: Headers
}

/** An app under writes whose processes are killed at seeded moments, and everything that it acknowledged. */
export interface Drill {
  readonly dataDir: string
  readonly acknowledged: { readonly teams: ReadonlyMap<string, string>; readonly ratings: readonly string[] }
  /** What the writers were told while something was down, by status (null: no answer), to be seen in the log. */
  readonly told: ReadonlyMap<number | null, number>
  killServer: (moment: number) => Promise<void>
  killPostgres: (moment: number) => Promise<void>
  /** Lets every writer finish what it began, and fails when one was told something that it should not have been. */
  finish: () => Promise<void>
  teams: () => Promise<{ id: string; name: string }[]>
  stop: () => Promise<number | null>
}

/** A number from 0 up to below `limit` that depends on seed and step only. */
export const chance = (seed: number, step: string, limit: number): number =>
  createHash('sha256').update(`${seed} ${step}`).digest().readUInt32BE() % limit

/** Starts the app on an empty folder and its organisation over HTTP; `writers` begin at once. */
export async function startDrill(
  dataDir: string,
  { writers = 3, before = async () => undefined }: { writers?: number; before?: () => Promise<unknown> } = {},
): Promise<Drill> {
  onTestFinished(() => endPostgres(dataDir))
  const start = () => startAppProcess({ env: { PLUMBLINE_DATA: dataDir } })
  let app: AppProcess = await start()
  let up = Promise.resolve()
  const over = new AbortController()
  let moments = 0
  const watchers = new Set<() => void>()
  const teams = new Map<string, string>()
  const ratings: string[] = []
  const told = new Map<number | null, number>()
  let cookie = ''

  const passed = () => {
    moments += 1
    for (const look of watchers) look()
  }
  /** Fulfilled after so many more requests were acknowledged, and a few turns of the event loop later. */
  const after = async (count: number, turns: number) => {
    const end = moments + count
    await new Promise<void>((resolve) => {
      const look = () => {
        if (moments < end) return
        watchers.delete(look)
        resolve()
      }
      watchers.add(look)
    })
    for (let i = 0; i < turns; i++) await turn()
  }

  const ask = async (method: string, path: string, body?: unknown, headers: Record<string, string> = {}): Promise<Heard | Lost> => {
    try {
      const answer = await fetch(`${app.address}/api/v1${path}`, {
        method,
        headers: { cookie, 'content-type': 'application/json', ...headers },
        ...(body !== undefined && { body: JSON.stringify(body) }),
      })
      return { status: answer.status, body: await answer.json(), headers: answer.headers }
    } catch {
      return { status: null }
    }
  }

  /** Sends the same request until it is acknowledged, as a careful client does. */
  const insist = async (method: string, path: string, body: unknown, headers: Record<string, string> = {}): Promise<Heard> => {
    for (;;) {
      const heard = await ask(method, path, body, headers)
      if (heard.status === 200 || heard.status === 201) {
        passed()
        return heard
      }
      told.set(heard.status, (told.get(heard.status) ?? 0) + 1)
      if (heard.status !== null && heard.status !== 503)
        throw new Error(`${method} ${path} was told ${heard.status}: ${JSON.stringify(heard.body)}`)
      await up
    }
  }

  const addTeam = async (name: string) => {
    const { body } = await insist('POST', '/teams', { name }, { 'idempotency-key': crypto.randomUUID() })
    teams.set(body.id, name)
    return body.id
  }

  cookie = await startOrganisation(app)
  const people = await insist('GET', '/people', undefined)
  const me = people.body.people?.[0]
  const home = await addTeam('Home')
  await insist('PATCH', `/people/${me?.id}`, { teamId: home, roleId: 'devops-engineer' }, { 'if-match': `"${me?.version}"` })
  await before()

  const rate = async (n: number) => {
    const note = `rating ${n}`
    await insist('PUT', `/people/${me?.id}/ratings/${skillsRated[n % skillsRated.length]}`, { level: n % 6, note })
    ratings.push(note)
  }
  const write = async (writer: number) => {
    for (let n = 1; !over.signal.aborted; n++) await (writer === 1 ? rate(n) : addTeam(`Team ${writer}-${n}`))
  }
  const writing = Promise.all(Array.from({ length: writers }, (_, at) => write(at + 1)))
  writing.catch(() => over.abort()) // told by finish

  /** Who was refused asks again when `restart` is done, and not in a tight loop that would only slow it down. */
  const down = async (restart: () => Promise<unknown>) => {
    const { promise, resolve } = Promise.withResolvers<void>()
    up = promise
    await restart().finally(resolve)
  }

  return {
    dataDir,
    acknowledged: { teams, ratings },
    told,
    killServer: async (moment) => {
      await Promise.race([after(1 + (moment % 12), moment % 50), writing])
      await down(async () => {
        await app.signal('SIGKILL')
        app = await start()
      })
    },
    killPostgres: async (moment) => {
      await Promise.race([after(1 + (moment % 12), moment % 50), writing])
      await down(async () => {
        const seen = app.lines.length
        await killPostgres(dataDir)
        await app.says('PostgreSQL runs again', seen)
      })
    },
    finish: async () => {
      over.abort()
      await writing
    },
    teams: async () => (await insist('GET', '/teams', undefined)).body.teams ?? [],
    stop: () => app.signal('SIGTERM'),
  }
}
