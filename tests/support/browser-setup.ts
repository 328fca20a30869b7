import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { TestProject } from 'vitest/node'
import { unpackBrowser } from './browser-unpack.ts'
import type { UnpackedBrowser } from './browser-unpack.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    browser: UnpackedBrowser
  }
}

const build = join(import.meta.dirname, '..', '..', 'web', 'build-when-stale.ts')

/** Builds the pages where they are older than their sources, and unpacks the browser, once per run. */
export default async function setup({ provide }: TestProject) {
  await promisify(execFile)(process.execPath, [build])
  provide('browser', await unpackBrowser())
}
