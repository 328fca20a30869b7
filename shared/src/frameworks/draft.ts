import type { Carry } from './carry.ts'
import type { Pack } from './pack.ts'

/** A framework that is being edited, and what becomes of the items of its origin that it no longer has. */
export interface Draft {
  readonly pack: Pack
  readonly carry: Carry
}

/** The draft after a change, or a sentence that says why the change cannot be made. */
export type Changed = Draft | { readonly problem: string }

export const isRefused = (changed: Changed): changed is { readonly problem: string } => 'problem' in changed
