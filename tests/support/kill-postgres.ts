import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import postgres from 'postgres'
import type { Sql } from 'postgres'
import { isServerOf, readPidFile } from '@plumbline/server/db/embedded/pid-file.ts'

/** Parent of every process that runs, by process id. */
function parents(): Map<number, number> {
  if (process.platform === 'linux') return new Map(readdirSync('/proc').flatMap((name) => parentOf(Number(name))))
  const lines = execFileSync('ps', ['-A', '-o', 'pid=,ppid='], { encoding: 'utf8' }).trim().split('\n')
  return new Map(lines.map((line) => line.trim().split(/\s+/).map(Number)).map(([pid = 0, parent = 0]) => [pid, parent]))
}

function parentOf(pid: number): [number, number][] {
  if (!Number.isInteger(pid)) return []
  try {
    // The program's name stands in brackets and may itself hold blanks and brackets.
    const rest = readFileSync(`/proc/${pid}/stat`, 'utf8').replace(/^.*\) \S+ /s, '')
    return [[pid, Number.parseInt(rest)]]
  } catch {
    return [] // it ended in between
  }
}

/** The processes below this one, at any depth. */
export function descendantsOf(pid: number): number[] {
  const all = [...parents()]
  const below = (one: number): number[] => all.filter(([, parent]) => parent === one).flatMap(([child]) => [child, ...below(child)])
  return below(pid)
}

const clusterOf = (dataDir: string) => join(dataDir, 'cluster')

/**
 * Kills PostgreSQL with all its processes at one moment, as a power cut of the database alone: what is only in its shared memory is
 * gone. It is stopped first, so that it can start no process that would be missed.
 */
export async function killPostgres(dataDir: string): Promise<void> {
  const file = await readPidFile(clusterOf(dataDir))
  if (file === null || !(await isServerOf(clusterOf(dataDir), file.pid))) throw new Error('there is no PostgreSQL to kill')
  process.kill(file.pid, 'SIGSTOP')
  for (const pid of [...descendantsOf(file.pid), file.pid]) process.kill(pid, 'SIGKILL')
}

/** Ends what a killed app may have left, for the end of a test. */
export async function endPostgres(dataDir: string): Promise<void> {
  await killPostgres(dataDir).catch(() => undefined)
}

/** A connection as PostgreSQL's superuser, who may set what a drill needs and sees every row. */
export function superuser(dataDir: string, max = 1): Sql {
  const lines = readFileSync(join(clusterOf(dataDir), 'postmaster.pid'), 'utf8').split('\n')
  return postgres({ host: lines[4] ?? '', port: Number(lines[3]), user: 'postgres', database: 'plumbline', max, onnotice: () => undefined })
}
