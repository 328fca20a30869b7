import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'

/** Builds the pages where they are older than their sources. What the build says goes to the terminal. */
export async function buildPages(): Promise<void> {
  const build = spawn(process.execPath, [join(import.meta.dirname, '..', '..', 'web', 'build-when-stale.ts')], {
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  const [code] = await once(build, 'close')
  if (code !== 0) throw new Error('The pages could not be built; see above.')
}
