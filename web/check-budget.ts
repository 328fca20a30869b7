import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'

/** gzip bytes of JavaScript that a first visit may load before any page's own chunk. */
const budget = 150_000

interface Chunk {
  file: string
  isEntry?: boolean
  imports?: string[]
}

const dist = join(import.meta.dirname, 'dist')
const manifest = JSON.parse(readFileSync(join(dist, '.vite', 'manifest.json'), 'utf8')) as Record<string, Chunk>

function closureOf(key: string, seen = new Set<string>()): Set<string> {
  if (seen.has(key)) return seen
  seen.add(key)
  for (const imported of manifest[key]?.imports ?? []) closureOf(imported, seen)
  return seen
}

const entry = Object.keys(manifest).find((key) => manifest[key]?.isEntry === true)
if (entry === undefined) throw new Error('The manifest names no entry: build the web first.')

let total = 0
for (const key of closureOf(entry)) {
  const file = manifest[key]?.file
  if (file === undefined || !file.endsWith('.js')) continue
  const bytes = gzipSync(readFileSync(join(dist, file))).length
  total += bytes
  console.log(`${(bytes / 1000).toFixed(1).padStart(8)} kB  ${file}`)
}
console.log(`${(total / 1000).toFixed(1).padStart(8)} kB  initial JavaScript, gzip (budget ${budget / 1000} kB)`)
if (total > budget) process.exitCode = 1
