import { importPeopleRoute, previewPeopleRoute } from '@plumbline/shared/imports/contract.ts'
import { feature } from '#http/feature.ts'
import { importPeople, previewPeople } from './service.ts'

export const importRoutes = feature('imports')
  .on(previewPeopleRoute, ({ ctx, body }) => previewPeople(ctx, body.text))
  .on(importPeopleRoute, ({ ctx, body }) => importPeople(ctx, body.text))
