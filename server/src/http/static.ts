import { serveStatic } from '@hono/node-server/serve-static'
import { Hono } from 'hono'

const year = 'public, max-age=31536000, immutable'

/** The built pages: hashed files are kept for a year, every other address answers with the page itself. */
export function pages(dir: string): Hono {
  return new Hono()
    .use('/assets/*', serveStatic({ root: dir, onFound: (_, c) => c.header('Cache-Control', year) }))
    .get('/assets/*', (c) => c.notFound())
    .use('*', serveStatic({ root: dir, onFound: (_, c) => c.header('Cache-Control', 'no-cache') }))
    .get('*', serveStatic({ path: `${dir}/index.html`, onFound: (_, c) => c.header('Cache-Control', 'no-cache') }))
}
