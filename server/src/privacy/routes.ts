import {
  eraseMeRoute,
  exportHeldCsvRoute,
  exportHeldJsonRoute,
  getErasureRoute,
  listHeldRoute,
} from '@plumbline/shared/privacy/contract.ts'
import { feature } from '#http/feature.ts'
import { eraseMe, getErasure } from './erase-service.ts'
import { exportHeldCsv, exportHeldJson, listHeld } from './held-service.ts'

export const privacyRoutes = feature('privacy')
  .on(listHeldRoute, ({ ctx }) => listHeld(ctx))
  .on(exportHeldJsonRoute, ({ ctx }) => exportHeldJson(ctx))
  .on(exportHeldCsvRoute, ({ ctx }) => exportHeldCsv(ctx))
  .on(eraseMeRoute, ({ ctx, body }) => eraseMe(ctx, body))
  .open(getErasureRoute, ({ deps, params }) => getErasure(deps.database, params.erasureId))
