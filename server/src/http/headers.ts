import type { MiddlewareHandler } from 'hono'
import { secureHeaders } from 'hono/secure-headers'

const year = 31_536_000

/**
 * No inline script or style, no text that becomes markup or script, no frame around us, nothing loaded from elsewhere. `policies`: the
 * Trusted Types that a page may make; ours need none. Browsers are told to come by TLS alone where `url`, which the operator gives, is https.
 */
export const securityHeaders = (url: string | undefined, policies: readonly string[] = ["'none'"]): MiddlewareHandler =>
  secureHeaders({
    contentSecurityPolicy: {
      defaultSrc: ["'none'"],
      scriptSrc: ["'self'"],
      styleSrc: ["'self'"],
      imgSrc: ["'self'", 'data:'],
      connectSrc: ["'self'"],
      fontSrc: ["'self'"],
      manifestSrc: ["'self'"],
      objectSrc: ["'none'"],
      baseUri: ["'none'"],
      formAction: ["'self'"],
      frameAncestors: ["'none'"],
      requireTrustedTypesFor: ["'script'"],
      trustedTypes: [...policies],
    },
    // Nothing of the machine is used but passkeys and, for a secret that is shown once, the clipboard.
    permissionsPolicy: {
      accelerometer: [],
      autoplay: [],
      camera: [],
      clipboardRead: [],
      clipboardWrite: ['self'],
      displayCapture: [],
      geolocation: [],
      gyroscope: [],
      magnetometer: [],
      microphone: [],
      midi: [],
      payment: [],
      publickeyCredentialsGet: ['self'],
      screenWakeLock: [],
      serial: [],
      usb: [],
      xrSpatialTracking: [],
    },
    crossOriginOpenerPolicy: 'same-origin',
    crossOriginResourcePolicy: 'same-origin',
    referrerPolicy: 'no-referrer',
    xContentTypeOptions: 'nosniff',
    xFrameOptions: 'DENY',
    strictTransportSecurity: url?.startsWith('https:') === true ? `max-age=${year}; includeSubDomains` : false,
  })
