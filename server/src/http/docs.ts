import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { serveStatic } from '@hono/node-server/serve-static'
import { allScopes } from '@plumbline/shared/access/token-scopes.ts'
import type { App } from './mount.ts'
import { Hono } from 'hono'

const page = `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><title>Plumbline API</title><link rel="stylesheet" href="/api/docs/swagger-ui.css"></head>
<body><div id="api"></div><script src="/api/docs/swagger-ui-bundle.js"></script><script src="/api/docs/start.js"></script></body>
</html>`
/** The Trusted Types of this page: Swagger UI cleans its texts with DOMPurify, and what it then shows is let through as plain paragraphs only. */
export const docsPolicies = ['dompurify', 'default']

const start = `globalThis.trustedTypes?.createPolicy('default', {
  createHTML: (text) => /^(?:[^<]|<\\/?p>)*$/.test(text) ? text : null,
})
SwaggerUIBundle({ url: '/api/openapi.json', dom_id: '#api', deepLinking: true })`
const files = ['swagger-ui.css', 'swagger-ui-bundle.js']

/** OpenAPI 3.1 from the contracts, and a page to try it that loads nothing from elsewhere. */
export function docs(api: App): Hono {
  const dir = dirname(createRequire(import.meta.url).resolve('swagger-ui-dist/package.json'))
  const registry = api.openAPIRegistry
  registry.registerComponent('securitySchemes', 'session', {
    type: 'apiKey',
    in: 'cookie',
    name: 'plumbline.session_token',
    description: 'The cookie of a browser that is signed in. Over TLS its name begins with __Host-.',
  })
  registry.registerComponent('securitySchemes', 'token', {
    type: 'http',
    scheme: 'bearer',
    bearerFormat: 'plumb_pat_… or plumb_org_…',
    description: `A token made under Tokens. A route that takes one names the scope it needs: ${allScopes.join(', ')}.`,
  })
  const app = new Hono()
  app.get('/api/openapi.json', (c) =>
    c.json(
      api.getOpenAPI31Document({
        openapi: '3.1.0',
        info: { title: 'Plumbline', version: 'v1', description: 'People’s skills and teams’ practices in one model.' },
      }),
    ),
  )
  app.get('/api/docs', (c) => c.html(page))
  app.get('/api/docs/start.js', (c) => c.body(start, 200, { 'Content-Type': 'text/javascript; charset=utf-8' }))
  for (const file of files) app.get(`/api/docs/${file}`, serveStatic({ path: join(dir, file) }))
  return app
}
