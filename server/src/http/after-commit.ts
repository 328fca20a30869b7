/**
 * An answer whose last part is made once the transaction is kept: what is told to the outside, such as a mail, must not be about something that was
 * undone, nor hold the transaction open. Only for routes whose answer is not stored.
 */
export class AfterCommit<Ok> {
  readonly finish: () => Promise<Ok>

  constructor(finish: () => Promise<Ok>) {
    this.finish = finish
  }
}
