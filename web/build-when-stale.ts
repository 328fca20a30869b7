import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const web = import.meta.dirname
const stamp = join(web, 'dist', '.built')
const sources = ['src', 'public', 'index.html', 'vite.config.ts', 'build-when-stale.ts', '../shared/src', '../package-lock.json'].map(
  (path) => join(web, path),
)

function hashOf(paths: readonly string[]): string {
  const hash = createHash('sha256')
  for (const path of paths) {
    for (const file of filesIn(path)) hash.update(file.slice(web.length)).update('\0').update(readFileSync(file)).update('\0')
  }
  return hash.digest('hex')
}

function filesIn(path: string): string[] {
  if (!existsSync(path)) return []
  if (statSync(path).isFile()) return [path]
  const names = readdirSync(path, { recursive: true, withFileTypes: true })
  return names
    .filter((entry) => entry.isFile() && !entry.name.includes('.test.'))
    .map((entry) => join(entry.parentPath, entry.name))
    .toSorted()
}

async function buildWhenStale(): Promise<string> {
  // An image ships the built pages without their sources.
  if (!existsSync(join(web, 'src'))) return 'web: built elsewhere'
  const wanted = hashOf(sources)
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return 'web: up to date'
  const started = performance.now()
  // Vite would keep what the caller has, and under a test runner that is React's development build.
  process.env['NODE_ENV'] = 'production'
  // Loaded only here: it takes longer than everything else in this file.
  const { build } = await import('vite')
  await build({ configFile: join(web, 'vite.config.ts'), logLevel: 'warn' })
  writeFileSync(stamp, wanted)
  return `web: built in ${((performance.now() - started) / 1000).toFixed(1)} s`
}

console.log(await buildWhenStale())
