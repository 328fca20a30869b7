import type { AnswerChanges } from '@plumbline/shared/assessments/answers.ts'
import type { Answer } from '@plumbline/shared/assessments/contract.ts'
import { ApiError } from '../api/api-error.ts'
import { sentenceOf } from '../api/words.ts'
import type { KeptChanges } from './kept-changes.ts'

/** The draft as the server has it. */
export interface DraftAtServer {
  /** The version last seen. */
  version: () => number
  save: (changes: AnswerChanges, version: number) => Promise<void>
  /** Reads it anew, with what other tabs have written. */
  reload: () => Promise<void>
}

export type Saving =
  | { readonly state: 'saved' | 'saving' }
  /** Not reached: tried again by itself. `onDevice`: the answers survive a reload of the page. */
  | { readonly state: 'unreached'; readonly offline: boolean; readonly onDevice: boolean }
  /** Trying again would not help. */
  | { readonly state: 'refused'; readonly sentence: string }

export interface KeeperView {
  /** What the server does not have yet, to be laid over what it has. */
  readonly pending: AnswerChanges
  readonly saving: Saving
}

/** Milliseconds of quiet before answers are sent. */
const quiet = 600
/** Milliseconds until the first of several tries, each twice as long as the one before up to the longest. */
const firstRetry = 2000
const longestRetry = 60_000
/** Another tab can be ahead this many times in a row before it counts as not reached. */
const mostCollisions = 8
/** The contract takes 200. */
const mostAtOnce = 100

/** Sends changed answers by themselves, one request at a time, and loses none: each is on the device until the server has it. */
export class DraftKeeper {
  readonly #server: DraftAtServer
  readonly #kept: KeptChanges
  readonly #listeners = new Set<() => void>()
  #view: KeeperView
  #onDevice = true
  #timer: ReturnType<typeof setTimeout> | undefined
  #running: Promise<void> | undefined
  #failures = 0

  constructor(server: DraftAtServer, kept: KeptChanges) {
    this.#server = server
    this.#kept = kept
    const pending = kept.read()
    this.#view = { pending, saving: { state: Object.keys(pending).length === 0 ? 'saved' : 'saving' } }
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  readonly view = (): KeeperView => this.#view

  /** The version of the draft that is seen here: what submitting refers to. */
  version(): number {
    return this.#server.version()
  }

  /** `null` takes an answer back. */
  change(made: Readonly<Record<string, Answer | null>>): void {
    this.#onDevice = this.#kept.add(made)
    const { state } = this.#view.saving
    this.#show({ pending: { ...this.#view.pending, ...made }, ...(state !== 'unreached' && { saving: { state: 'saving' } }) })
    if (this.#failures === 0) this.#sendIn(quiet)
  }

  /** Sends what is pending now. Resolves when it is sent, or could not be: `view().saving` says which. */
  flush(): Promise<void> {
    clearTimeout(this.#timer)
    this.#running ??= this.#send().finally(() => {
      this.#running = undefined
    })
    return this.#running
  }

  /** Takes in what other tabs have written, then sends what is pending. */
  async refresh(): Promise<void> {
    if (this.#running !== undefined) return
    try {
      await this.#server.reload()
    } catch (error) {
      if (this.#hasPending()) return this.#failed(error)
    }
    return this.flush()
  }

  /** No more tries by itself; what is pending stays on the device. */
  stop(): void {
    clearTimeout(this.#timer)
  }

  #hasPending(): boolean {
    return Object.keys(this.#view.pending).length > 0
  }

  #show(change: Partial<KeeperView>): void {
    this.#view = { ...this.#view, ...change }
    for (const listener of this.#listeners) listener()
  }

  #sendIn(milliseconds: number): void {
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => void this.flush(), milliseconds)
  }

  async #send(): Promise<void> {
    for (let collisions = 0; this.#hasPending();) {
      const sent: AnswerChanges = Object.fromEntries(Object.entries(this.#view.pending).slice(0, mostAtOnce))
      try {
        await this.#server.save(sent, this.#server.version())
      } catch (error) {
        const behind = error instanceof ApiError && error.code === 'stale' && collisions++ < mostCollisions
        if (!behind) return this.#failed(error)
        try {
          await this.#server.reload()
          continue
        } catch (unread) {
          return this.#failed(unread)
        }
      }
      this.#failures = 0
      this.#kept.drop(sent)
      const left = Object.entries(this.#view.pending).filter(([id, now]) => !(id in sent && sent[id] === now))
      this.#show({ pending: Object.fromEntries(left), saving: { state: 'saving' } })
    }
    this.#show({ saving: { state: 'saved' } })
  }

  #failed(error: unknown): void {
    if (error instanceof ApiError && final.has(error.code)) {
      this.#failures = 0
      return this.#show({ saving: { state: 'refused', sentence: sentenceOf(error) } })
    }
    this.#sendIn(Math.min(longestRetry, firstRetry * 2 ** this.#failures++))
    const offline = error instanceof ApiError && error.code === 'offline'
    this.#show({ saving: { state: 'unreached', offline, onDevice: this.#onDevice } })
  }
}

const final: ReadonlySet<string> = new Set(['invalid', 'forbidden', 'not_found', 'too_large', 'unauthenticated', 'conflict'])
