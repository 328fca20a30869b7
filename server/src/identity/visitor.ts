/** Who calls: the cookies and browser they send, where from, and the origin that they know this server by. */
export interface Visitor {
  readonly headers: Headers
  readonly address: string
  readonly origin: string
}
