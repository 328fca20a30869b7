import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { checkFramework } from './frameworks/check-command.ts'

// `check-framework.ts [path] [--strict]`: a file of its own, so that checking a pack loads no server.
const shipped = join(import.meta.dirname, '..', '..', 'shared', 'frameworks')
const say = (line: string) => process.stdout.write(`${line}\n`)

/** Without a path it is the pack that comes with the product, which has to be complete and keep its positions. */
async function main(): Promise<void> {
  const { values, positionals } = parseArgs({ options: { strict: { type: 'boolean', default: false } }, allowPositionals: true })
  const [path] = positionals
  const checked =
    path === undefined
      ? { path: join(shipped, '2026'), strict: true, ledger: join(shipped, 'skill-positions.txt') }
      : { path, strict: values.strict }
  process.exitCode = (await checkFramework(checked, say)) ? 0 : 1
}

main().catch((error: unknown) => {
  process.stderr.write(`The framework could not be checked: ${error instanceof Error ? error.message : String(error)}\n`)
  process.exitCode = 2
})
