import { z } from 'zod'
import { done, words } from '../http/fields.ts'
import { defineRoute } from '../http/route.ts'
import { longestPurposeText } from './purpose-text.ts'

const notice = z.object({
  text: z.string(),
  /** Counts up with every change of the text. */
  noticeVersion: z.number(),
  /** Whether it is the organisation's own and not the one that comes with the product. */
  own: z.boolean(),
  /** Whether I said that I have read this version. */
  seen: z.boolean(),
  /** The organisation's, to be sent back with a change. */
  version: z.number(),
})

export const getNoticeRoute = defineRoute({
  method: 'get',
  path: '/notice',
  summary: 'What is recorded about people here, what for, who sees it, how long, and what one can do about it',
  ok: notice,
})

export const setNoticeRoute = defineRoute({
  method: 'put',
  path: '/notice',
  summary:
    'Write that text in the organisation’s own words, or null for the one that comes with the product; everyone is shown it once more',
  ifMatch: true,
  body: z.strictObject({ text: words(longestPurposeText).min(1, 'Write the text.').nullable() }),
  ok: notice,
})

export const readNoticeRoute = defineRoute({
  method: 'post',
  path: '/me/notice',
  summary: 'Say that I have read this version of the text',
  body: z.strictObject({ version: z.int().min(1) }),
  ok: done,
})
