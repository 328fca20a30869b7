import type { Server } from 'node:http'
import type { Socket } from 'node:net'
import { errorStatus } from '@plumbline/shared/errors/problem.ts'
import type { Problem } from '@plumbline/shared/errors/problem.ts'

/** How long a client may take to send its headers, and its whole request, in milliseconds; and how large its headers may be, in bytes. */
export interface Patience {
  readonly headersMs: number
  readonly requestMs: number
}

export const patience: Patience = { headersMs: 10_000, requestMs: 60_000 }
const headerBytes = 16_384

/** For `node:http`'s server: nobody holds a connection by sending slowly. */
export const connectionOptions = ({ headersMs, requestMs }: Patience) => ({
  headersTimeout: headersMs,
  requestTimeout: requestMs,
  connectionsCheckingInterval: Math.min(5_000, headersMs),
  maxHeaderSize: headerBytes,
})

const overflow = { status: 431, reason: 'Request Header Fields Too Large', detail: `The headers are larger than ${headerBytes} bytes.` }
const slow = { status: 408, reason: 'Request Timeout', detail: 'The request took too long to arrive. Send it again.' }
const malformed = { status: errorStatus.invalid, reason: 'Bad Request', detail: 'This is not a request that can be read.' }

/** Answers what is no request with problem+json, too, and closes the connection. */
export function refuseBrokenRequests(server: Server): void {
  server.on('clientError', (error: Error & { code?: string }, socket: Socket) => {
    if (!socket.writable || error.code === 'ECONNRESET') return void socket.destroy()
    const fault = error.code === 'HPE_HEADER_OVERFLOW' ? overflow : error.code === 'ERR_HTTP_REQUEST_TIMEOUT' ? slow : malformed
    const body: Problem = { type: '/api/docs#invalid', title: fault.reason, status: fault.status, code: 'invalid', detail: fault.detail }
    const text = JSON.stringify(body)
    const head = [
      `HTTP/1.1 ${fault.status} ${fault.reason}`,
      'Content-Type: application/problem+json',
      `Content-Length: ${Buffer.byteLength(text)}`,
      'Cache-Control: no-store',
      'X-Content-Type-Options: nosniff',
      'Connection: close',
    ]
    socket.end(`${head.join('\r\n')}\r\n\r\n${text}`)
  })
}
