/** Who calls: the cookies and browser they send, and where from. */
export interface Visitor {
  readonly headers: Headers
  readonly address: string
}
