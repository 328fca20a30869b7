import {
  changeDraftRoute,
  discardDraftRoute,
  draftEffectRoute,
  exportFrameworkRoute,
  exportMatrixRoute,
  getDraftRoute,
  getFrameworkRoute,
  getFrameworkVersionRoute,
  importDraftRoute,
  listFrameworksRoute,
  publishDraftRoute,
  startDraftRoute,
} from '@plumbline/shared/frameworks/contract.ts'
import { feature } from '#http/feature.ts'
import { changeDraft, discardDraft, getDraft, importDraft, startDraft } from './draft-service.ts'
import { getDraftEffect } from './effect-service.ts'
import { publishDraft } from './publish-service.ts'
import { exportFramework, exportMatrix, getFramework, getFrameworkVersion, listFrameworks } from './service.ts'

export const frameworkRoutes = feature('frameworks')
  .on(getFrameworkRoute, ({ ctx }) => getFramework(ctx))
  .on(listFrameworksRoute, ({ ctx }) => listFrameworks(ctx))
  .on(getFrameworkVersionRoute, ({ ctx, params }) => getFrameworkVersion(ctx, params.version))
  .on(exportFrameworkRoute, ({ ctx, params }) => exportFramework(ctx, params.version))
  .on(exportMatrixRoute, ({ ctx, params }) => exportMatrix(ctx, params.version))
  .on(startDraftRoute, ({ ctx, body }) => startDraft(ctx, body))
  .on(getDraftRoute, ({ ctx }) => getDraft(ctx))
  .on(changeDraftRoute, ({ ctx, ifMatch, body }) => changeDraft(ctx, ifMatch, body))
  .on(discardDraftRoute, ({ ctx, ifMatch }) => discardDraft(ctx, ifMatch))
  .on(importDraftRoute, ({ ctx, ifMatch, body }) => importDraft(ctx, ifMatch, body))
  .on(draftEffectRoute, ({ ctx }) => getDraftEffect(ctx))
  .on(publishDraftRoute, ({ ctx, ifMatch }) => publishDraft(ctx, ifMatch))
