import { defineRoute } from '../http/route.ts'
import { pack } from './pack.ts'

export const getFrameworkRoute = defineRoute({
  method: 'get',
  path: '/framework',
  summary:
    'The framework that the organisation measures with: roles, skills, expectations, practices, certifications, each with its sources',
  ok: pack,
})
