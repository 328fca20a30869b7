import { getRetentionRoute, previewRetentionRoute, setRetentionRoute } from '@plumbline/shared/retention/contract.ts'
import { getNoticeRoute, readNoticeRoute, setNoticeRoute } from '@plumbline/shared/retention/notice-contract.ts'
import { feature } from '#http/feature.ts'
import { getNotice, readNotice, setNotice } from './notice-service.ts'
import { getRetention, previewRetention, setRetention } from './service.ts'

export const retentionRoutes = feature('retention')
  .on(getRetentionRoute, ({ ctx }) => getRetention(ctx))
  .on(setRetentionRoute, ({ ctx, ifMatch, body }) => setRetention(ctx, ifMatch, body))
  .on(previewRetentionRoute, ({ ctx }) => previewRetention(ctx))
  .on(getNoticeRoute, ({ ctx }) => getNotice(ctx))
  .on(setNoticeRoute, ({ ctx, ifMatch, body }) => setNotice(ctx, ifMatch, body))
  .on(readNoticeRoute, ({ ctx, body }) => readNotice(ctx, body))
