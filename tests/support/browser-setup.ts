import type { TestProject } from 'vitest/node'
import { buildPages } from './app-build.ts'
import { unpackBrowser } from './browser-unpack.ts'
import type { UnpackedBrowser } from './browser-unpack.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    browser: UnpackedBrowser
  }
}

/** Builds the pages where they are older than their sources, and unpacks the browser, once per run. */
export default async function setup({ provide }: TestProject) {
  await buildPages()
  provide('browser', await unpackBrowser())
}
