import type { Pack } from '@plumbline/shared/frameworks/pack.ts'
import type { ListName } from './entry-lists.ts'

const told = (count: number, one: string, many: string): string[] => (count === 0 ? [] : [count === 1 ? `1 ${one}` : `${count} ${many}`])

/** What of the draft refers to an entry and would refer to it no longer: "3 roles expect it". */
export function usesOf(pack: Pack, list: ListName, id: string): string[] {
  const count = <Entry>(entries: readonly Entry[], has: (entry: Entry) => boolean) => entries.filter((entry) => has(entry)).length
  switch (list) {
    case 'skills':
      return [
        ...told(
          count(Object.values(pack.expectations), (row) => Object.hasOwn(row, id)),
          'role expects it',
          'roles expect it',
        ),
        ...told(
          count(pack.practices, ({ needs }) => needs.some(({ skill }) => skill === id)),
          'practice needs it',
          'practices need it',
        ),
        ...told(
          count(pack.skills, ({ prerequisites }) => prerequisites.includes(id)),
          'skill builds on it',
          'skills build on it',
        ),
        ...told(
          count(pack.certifications, ({ skills }) => skills.includes(id)),
          'certification is evidence for it',
          'certifications are evidence for it',
        ),
      ]
    case 'roles':
      return told(Object.keys(pack.expectations[id] ?? {}).length, 'skill is expected of it', 'skills are expected of it')
    case 'certifications':
      return told(
        count(pack.roadmaps, ({ stages }) => stages.some(({ certifications }) => certifications.includes(id))),
        'roadmap leads to it',
        'roadmaps lead to it',
      )
    case 'areas':
      return told(
        count(pack.practices, ({ area }) => area === id),
        'practice stands in it',
        'practices stand in it',
      )
    case 'categories':
      return told(
        count(pack.skills, ({ category }) => category === id),
        'skill stands in it',
        'skills stand in it',
      )
    case 'practices':
      return []
  }
}
