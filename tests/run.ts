import { spawn } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const root = join(import.meta.dirname, '..')

const run = (command: string, args: string[]): Promise<number> =>
  new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd: root, stdio: 'inherit', shell: process.platform === 'win32' })
    child.on('error', reject)
    child.on('close', (code) => resolve(code ?? 1))
  })

interface Results {
  numPassedTests: number
  numFailedTests: number
  success: boolean
}

/** Runs the check and every test, and ends with one line that counts both. */
async function main(): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'plumbline-results-'))
  const file = join(folder, 'results.json')
  const checked = await run('npm', ['run', '--silent', 'check'])
  const ended = await run('vitest', ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${file}`])
  const results = JSON.parse(await readFile(file, 'utf8')) as Results
  await rm(folder, { recursive: true })
  const passed = results.numPassedTests + (checked === 0 ? 1 : 0)
  // A file that does not load fails the run without a test of its own.
  const failed = Math.max(results.numFailedTests, ended === 0 && results.success ? 0 : 1) + (checked === 0 ? 0 : 1)
  console.log(`${passed} passed, ${failed} failed`)
  process.exitCode = failed === 0 ? 0 : 1
}

await main()
