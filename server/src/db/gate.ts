import { PlumblineError } from '@plumbline/shared/errors/problem.ts'

/** Lets `size` holders in at a time. postgres.js queues without a limit of its own, so the wait for a connection is bounded here. */
export class Gate {
  readonly #waitMs: number
  #free: number
  readonly #queue: (() => void)[] = []

  constructor(size: number, waitMs: number) {
    this.#free = size
    this.#waitMs = waitMs
  }

  /** Waits for a place and gives back the function that frees it. Throws `busy` after the wait. */
  async enter(): Promise<() => void> {
    if (this.#free > 0) this.#free -= 1
    else await this.#wait()
    let left = false
    return () => {
      if (left) return
      left = true
      const next = this.#queue.shift()
      if (next) next()
      else this.#free += 1
    }
  }

  #wait(): Promise<void> {
    return new Promise((resolve, reject) => {
      const admit = () => {
        clearTimeout(timer)
        resolve()
      }
      const timer = setTimeout(() => {
        this.#queue.splice(this.#queue.indexOf(admit), 1)
        reject(new PlumblineError('busy', 'The server is busy. Try again in a moment.'))
      }, this.#waitMs)
      this.#queue.push(admit)
    })
  }
}
