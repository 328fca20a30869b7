import type { RetentionDays } from './classes.ts'

/** Longest text of an organisation's own, in characters. */
export const longestPurposeText = 4000

const inDays = (days: number): string => `${days.toLocaleString('en')} days`

/** The purpose text that comes with the product, with the organisation's own days: paragraphs with an empty line between them. */
export const defaultPurposeText = (days: RetentionDays): string =>
  [
    'What is recorded: your name, e-mail address, team, role and seniority; how you rate your own skills, with your notes; how a lead of your team rates them, with theirs; what your team answers about its practices; and when and from which device you sign in. Every change, and every look at somebody else’s ratings, is written down too.',
    'What for: to agree with you what to learn next, to see what a team can do and what it is missing, and to plan hiring and staffing. It is not there to compare people with each other, and nothing here ranks them. It decides nothing by itself.',
    'Who sees it: your ratings are seen by you, the leads of your team and those above it, and admins. What you have not submitted is seen by you alone. Everyone in the organisation sees the directory and the teams’ checklists.',
    `How long: the newest rating of each skill stays while you are here. A rating that was replaced goes ${inDays(days.rating_history)} later. When you leave, what is held on you goes after ${inDays(days.leavers_ratings)}. The audit trail is kept for ${inDays(days.audit)}, and the record of who read what for ${inDays(days.reads)}.`,
    'What you can do: see all that leads rated of you, with their notes, and answer in your own words; both then stand beside each other. Correct your own ratings at any time. Ask an admin to correct your entry, to give you what is held on you, or to remove it.',
  ].join('\n\n')
