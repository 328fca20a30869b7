/** A mail before it is put into an envelope: paragraphs, and at most one link on a line of its own. */
export interface Letter {
  readonly to: { readonly name: string; readonly address: string }
  readonly subject: string
  readonly paragraphs: readonly string[]
  readonly link?: string
}

interface Reader {
  readonly name: string
  readonly email: string
}

const to = ({ name, email }: Reader): Letter['to'] => ({ name, address: email })

const signature = 'This mail was sent by Plumbline because of what someone did there. It is not read for answers.'

export const invitationLetter = (reader: Reader, organisation: string, link: string): Letter => ({
  to: to(reader),
  subject: `Your invitation to ${organisation} on Plumbline`,
  paragraphs: [
    `Hello ${reader.name},`,
    `${organisation} invites you to Plumbline, where teams see their skills and practices. Open this link to join; it works once, for seven days:`,
  ],
  link,
})

/** `by`: whose wish it was. */
export const resetLetter = (reader: Reader, by: 'admin' | 'self', link: string): Letter => ({
  to: to(reader),
  subject: 'A new password for Plumbline',
  paragraphs: [
    `Hello ${reader.name},`,
    by === 'admin'
      ? 'An admin of your organisation made this link for you. With it you set a new password; it works once, for a day:'
      : 'Someone asked for a new password for this address. If it was you, set it with this link; it works once, for an hour. If not, do nothing: your password stays as it is.',
  ],
  link,
})

export const noPasswordLetter = (reader: Reader): Letter => ({
  to: to(reader),
  subject: 'You sign in to Plumbline without a password',
  paragraphs: [
    `Hello ${reader.name},`,
    'Someone asked for a new password for this address. Your account has none: you sign in with your organisation’s provider. If it was not you, there is nothing to do.',
  ],
})

export const passwordSetLetter = (reader: Reader): Letter => ({
  to: to(reader),
  subject: 'Your Plumbline password was changed',
  paragraphs: [
    `Hello ${reader.name},`,
    'A new password was set for your account by a mailed link, and every session was ended. If it was not you, tell an admin of your organisation at once.',
  ],
})

export const confirmLetter = (reader: Reader, link: string): Letter => ({
  to: to(reader),
  subject: 'Confirm this address for Plumbline',
  paragraphs: [
    `Hello ${reader.name},`,
    'You want to sign in to Plumbline with this address from now on. Confirm it with this link; it works once, for a day:',
  ],
  link,
})

export const takenLetter = (address: string): Letter => ({
  to: { name: '', address },
  subject: 'This address is in use on Plumbline',
  paragraphs: [
    'Hello,',
    'Someone wanted to sign in to Plumbline with this address from now on. It belongs to your account already, so nothing was changed. If it was you, sign in with that account.',
  ],
})

/** Names the new address in part: whoever reads the old mailbox may not be who it was. */
export const leavingLetter = (reader: Reader, email: string): Letter => ({
  to: to(reader),
  subject: 'Your address on Plumbline is about to change',
  paragraphs: [
    `Hello ${reader.name},`,
    `Someone with your password asked to sign in with another address from now on (${email.slice(0, 1)}…@${email.split('@')[1] ?? ''}). It changes when it is confirmed there. If it was not you, change your password and tell an admin of your organisation at once.`,
  ],
})

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }
const escaped = (text: string): string => text.replaceAll(/[&<>"']/g, (sign) => escapes[sign] ?? '')
/** One line: a name can hold what ends a header. */
const line = (text: string): string => text.replaceAll(/\p{Cc}+/gu, ' ').trim()

/** As the mail server takes it: plain text, and the same as simple HTML. No picture, no tracking, nothing loaded from anywhere. */
export function messageOf({ to, subject, paragraphs, link }: Letter) {
  const parts = [...paragraphs.map(line), ...(link === undefined ? [] : [link]), signature]
  const html = parts.map((part) => `<p>${part === link ? `<a href="${escaped(part)}">${escaped(part)}</a>` : escaped(part)}</p>`)
  return {
    to: { name: line(to.name), address: to.address },
    subject: line(subject),
    text: `${parts.join('\n\n')}\n`,
    html: `<!doctype html>\n<html lang="en"><head><meta charset="utf-8"><title>${escaped(line(subject))}</title></head><body>\n${html.join('\n')}\n</body></html>\n`,
  }
}
