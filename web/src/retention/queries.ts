import { getRetentionRoute, previewRetentionRoute } from '@plumbline/shared/retention/contract.ts'
import { getNoticeRoute } from '@plumbline/shared/retention/notice-contract.ts'
import type { OkOf } from '@plumbline/shared/http/route.ts'
import { useRoute } from '../api/query.ts'

export type Notice = OkOf<typeof getNoticeRoute>
export type RetentionPreview = OkOf<typeof previewRetentionRoute>

/** What is recorded about people here, and what for. */
export const useNotice = () => useRoute(getNoticeRoute, {})

/** How long each kind of data is kept. */
export const useRetention = () => useRoute(getRetentionRoute, {})

/** What the next run would remove, and what the last ones did. */
export const usePreview = () => useRoute(previewRetentionRoute, {})
