import type { Ctx } from '#http/context.ts'
import { frameworkOf } from './framework-of.ts'

/** Everyone of the organisation may read what they are measured with. */
export const getFramework = async (ctx: Ctx) => (await frameworkOf(ctx)).pack
