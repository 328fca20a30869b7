import { execFile } from 'node:child_process'
import { copyFile, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'

const root = join(import.meta.dirname, '..', '..')

/** Lints a tree that holds nothing but these files and says which rules turn red. */
async function lint(files: Record<string, string>): Promise<string> {
  const dir = await mkdtemp(join(tmpdir(), 'plumbline-walls-'))
  try {
    await copyFile(join(root, '.oxlintrc.json'), join(dir, '.oxlintrc.json'))
    for (const [name, text] of Object.entries(files)) {
      await mkdir(dirname(join(dir, name)), { recursive: true })
      await writeFile(join(dir, name), text)
    }
    return await new Promise((resolve) => {
      execFile(join(root, 'node_modules', '.bin', 'oxlint'), ['--format=json'], { cwd: dir }, (_, stdout) => resolve(stdout))
    })
  } finally {
    await rm(dir, { recursive: true })
  }
}

const using = (from: string) => `import { a } from '${from}'\n\nexport const b = a + 1\n`

const breaches: [wall: string, files: Record<string, string>, words: string][] = [
  ['shared imports a package', { 'shared/src/teams/tree.ts': using('hono') }, 'zod and itself only'],
  ['shared imports a workspace', { 'shared/src/teams/tree.ts': using('@plumbline/server/teams/queries.ts') }, 'zod and itself only'],
  ['shared does I/O', { 'shared/src/teams/tree.ts': using('node:fs') }, 'zod and itself only'],
  ['a route imports its queries', { 'server/src/teams/routes.ts': using('./queries.ts') }, 'A route calls its service'],
  ['a route imports the tables', { 'server/src/teams/routes.ts': using('#db/schema.ts') }, 'A route calls its service'],
  ['a service speaks SQL', { 'server/src/teams/service.ts': using('drizzle-orm') }, 'Only queries.ts and db/ speak SQL'],
  ['a service imports the tables', { 'server/src/teams/service.ts': using('#db/schema.ts') }, 'A service uses its own queries'],
  ['a service speaks HTTP', { 'server/src/teams/service.ts': using('hono') }, 'only routes.ts speaks HTTP'],
  ['a service imports another feature', { 'server/src/teams/service.ts': using('#people/service.ts') }, 'A service uses its own queries'],
  [
    'a feature imports another by path',
    { 'server/src/teams/queries.ts': using('../people/queries.ts') },
    'A feature imports its own files',
  ],
  [
    'a feature imports another by name',
    { 'server/src/teams/queries.ts': using('#people/queries.ts') },
    'Server features never import each other',
  ],
  [
    'a web feature imports another',
    { 'web/src/teams/TeamPage.tsx': using('../people/PersonRow.tsx') },
    'Web features never import each other',
  ],
  [
    'a folder of a web feature imports another',
    { 'web/src/frameworks/roles/RolePage.tsx': using('../../people/PersonRow.tsx') },
    'Web features never import each other',
  ],
  [
    'the web imports the server',
    { 'web/src/teams/TeamPage.tsx': using('@plumbline/server/teams/service.ts') },
    'only through the contract',
  ],
  ['ui imports a feature', { 'web/src/ui/Button.tsx': using('../teams/queries.ts') }, 'know no feature'],
  ['a file beside main.ts reads the environment', { 'server/src/http/static.ts': "export const a = process.env['A']\n" }, 'no-process-env'],
  [
    'a cycle',
    { 'shared/src/a/a.ts': using('./b.ts'), 'shared/src/a/b.ts': `import { b } from './a.ts'\n\nexport const a = b + 1\n` },
    'no-cycle',
  ],
  [
    'a barrel',
    {
      'shared/src/a/index.ts': `export * from './a.ts'\nexport * from './b.ts'\n`,
      'shared/src/a/a.ts': 'export const a = 1\n',
      'shared/src/a/b.ts': 'export const b = 1\n',
    },
    'no-barrel-file',
  ],
  [
    'a file over 250 lines',
    { 'shared/src/a/a.ts': Array.from({ length: 251 }, (_, n) => `export const a${n} = ${n}\n`).join('') },
    'max-lines',
  ],
]

test.each(breaches)('the wall turns red: %s', async (_, files, words) => {
  expect(await lint(files)).toContain(words)
})

test('a slice that keeps to the walls is green', async () => {
  const slice = {
    'shared/src/teams/contract.ts': using('zod'),
    'server/src/teams/routes.ts': using('./service.ts'),
    'server/src/teams/service.ts': using('./queries.ts'),
    'server/src/teams/queries.ts': using('#db/schema.ts'),
    'server/src/db/schema.ts': 'export const a = 1\n',
    'web/src/teams/TeamPage.tsx': using('../people/queries.ts'),
    'web/src/people/queries.ts': using('../api/client.ts'),
    'web/src/api/client.ts': 'export const a = 1\n',
  }
  expect(await lint(slice)).toContain('"diagnostics": []')
})
