import { execFile } from 'node:child_process'
import { chmod, cp, mkdir, readFile } from 'node:fs/promises'
import { dirname, join, matchesGlob } from 'node:path'
import { promisify } from 'node:util'
import { projectDir } from './app-process.ts'

const run = promisify(execFile)

export interface Instruction {
  name: string
  rest: string
}

/** What a Dockerfile says, line for line, with the global ARG's default put in. */
export async function readDockerfile(): Promise<Instruction[]> {
  const lines = (await readFile(join(projectDir, 'Dockerfile'), 'utf8')).split('\n').filter((line) => line !== '' && !line.startsWith('#'))
  const instructions = lines.map((line) => ({ name: line.slice(0, line.indexOf(' ')), rest: line.slice(line.indexOf(' ') + 1) }))
  const [name = '', value = ''] = instructions.find((one) => one.name === 'ARG')?.rest.split('=') ?? []
  return instructions.map((one) => ({ ...one, rest: one.rest.replace(`\${${name}}`, value) }))
}

/** The project's files that `.dockerignore` lets into a build: the last pattern that fits a file or a folder above it decides. */
export async function buildContext(): Promise<string[]> {
  const { stdout } = await run('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], { cwd: projectDir, maxBuffer: 1e8 })
  const ignore = (await readFile(join(projectDir, '.dockerignore'), 'utf8'))
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
  return stdout.split('\0').filter((file) => file !== '' && isLetIn(file, ignore))
}

function isLetIn(file: string, ignore: readonly string[]): boolean {
  const paths = file.split('/').map((_, at, parts) => parts.slice(0, at + 1).join('/'))
  const last = ignore.findLast((line) => paths.some((path) => matchesGlob(path, line.replace('!', ''))))
  return last?.startsWith('!') ?? true
}

/**
 * Carries out the Dockerfile in `folder`, each stage in a folder of its own in place of `/`. Gives back that of the last stage.
 * @throws an Error at an instruction that it does not know, so that nothing of the file goes untried.
 */
export async function buildImage(folder: string, instructions: readonly Instruction[]): Promise<string> {
  const context = await buildContext()
  const stages = new Map<string, string>()
  let root = ''
  let workDir = '/'
  for (const { name, rest } of instructions) {
    if (name === 'FROM') {
      const [image = '', , alias = 'last'] = rest.split(' ')
      root = join(folder, alias)
      await mkdir(root)
      const base = stages.get(image)
      if (base !== undefined) await cp(base, root, { recursive: true, verbatimSymlinks: true })
      stages.set(alias, root)
    } else if (name === 'WORKDIR') await mkdir(join(root, (workDir = rest)), { recursive: true })
    else if (name === 'COPY') await copy(rest.split(' '), { context, stages, to: join(root, workDir) })
    else if (name === 'RUN') await run('sh', ['-c', rest], { cwd: join(root, workDir), maxBuffer: 1e8 })
    else if (!['ARG', 'ENV', 'USER', 'EXPOSE', 'HEALTHCHECK', 'CMD'].includes(name))
      throw new Error(`the Dockerfile says ${name}, which this test cannot carry out`)
  }
  return root
}

async function copy(
  words: string[],
  { context, stages, to }: { context: readonly string[]; stages: ReadonlyMap<string, string>; to: string },
): Promise<void> {
  const target = words.pop() ?? ''
  const from = words[0]?.startsWith('--from=') ? stages.get(words.shift()?.slice('--from='.length) ?? '') : undefined
  for (const source of words) {
    const intoFolder = target.endsWith('/') && from === undefined ? join(target, source.split('/').at(-1) ?? '') : target
    if (from !== undefined) await cp(join(from, source), join(to, target), { recursive: true, verbatimSymlinks: true })
    else await copyFiles(context, source, join(to, intoFolder))
  }
}

async function copyFiles(context: readonly string[], source: string, target: string): Promise<void> {
  const files = context.filter((file) => file === source || file.startsWith(`${source}/`))
  if (files.length === 0) throw new Error(`${source} is not let into the build`)
  for (const file of files) {
    const path = join(target, file.slice(source.length))
    await mkdir(dirname(path), { recursive: true })
    await cp(join(projectDir, file), path)
  }
}

/** Takes the right to write from everything below, as a read-only file system does. */
export async function makeReadOnly(folder: string): Promise<void> {
  await run('chmod', ['-R', 'a-w,a+rX', folder])
}

export async function makeWritable(folder: string): Promise<void> {
  await run('chmod', ['-R', 'u+w', folder])
  await chmod(folder, 0o755)
}
