import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { isAlive, isServerOf, readPidFile } from './pid-file.ts'
import { endServer } from './shutdown.ts'

/**
 * Ends a server of this cluster that outlived a killed app. Only for who holds the app's lock: then no running app can be using it.
 */
export async function endLeftoverServer(cluster: string, nativeDir: string, log: (line: string) => void): Promise<void> {
  const file = await readPidFile(cluster)
  if (file === null) return
  if (await isServerOf(cluster, file.pid)) {
    log(`PostgreSQL (process ${file.pid}) was left running by a run that was killed; ending it first`)
    await endServer(nativeDir, file.pid, async () => !(await isServerOf(cluster, file.pid)))
  } else if (isAlive(file.pid)) {
    // The number now belongs to a stranger, and PostgreSQL would take that one for a running server. A true one that we failed to
    // recognise is still safe: the new server then meets its shared memory and refuses to start.
    await rm(join(cluster, 'postmaster.pid'), { force: true })
  }
}
