import type { Purpose } from '@plumbline/shared/access/purpose.ts'

export const purposeWords: Readonly<Record<Purpose, { name: string; means: string }>> = {
  development: { name: 'Development', means: 'To help people grow: agree on levels, plan what to learn.' },
  staffing: { name: 'Staffing', means: 'To decide who works on what, and who can stand in for whom.' },
  hiring: { name: 'Hiring', means: 'To find out what is missing and has to be hired.' },
}
