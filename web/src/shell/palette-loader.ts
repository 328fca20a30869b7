import type { Actor } from '@plumbline/shared/access/actor.ts'
import { can } from '@plumbline/shared/access/can.ts'
import { getFrameworkRoute } from '@plumbline/shared/frameworks/contract.ts'
import { listPeopleRoute } from '@plumbline/shared/people/contract.ts'
import { listTeamsRoute } from '@plumbline/shared/teams/contract.ts'
import type { QueryClient } from '@tanstack/react-query'
import { routeQuery } from '../api/query.ts'
import { addressOf, paths } from '../paths.ts'
import type { PaletteLoader } from './palette-items.ts'

const withSearch = (path: string, search: Record<string, string>): string => `${path}?${new URLSearchParams(search).toString()}`

/** Looks for people on the server, for teams, skills and roles among what is read once. Offers a page only to those who may see it. */
export const paletteLoader =
  (queries: QueryClient, actor: Actor): PaletteLoader =>
  async (text) => {
    const query = text === '' ? { limit: 5 } : { limit: 20, search: text.slice(0, 120) }
    const [people, teams, framework] = await Promise.all([
      queries.fetchQuery(routeQuery(listPeopleRoute, { query })),
      queries.fetchQuery(routeQuery(listTeamsRoute, {})),
      queries.fetchQuery(routeQuery(getFrameworkRoute, {})),
    ])
    const names = new Map(teams.data.teams.map((team) => [team.id, team.name]))
    const categories = new Map(framework.data.categories.map((category) => [category.id, category.name]))
    return [
      {
        title: 'People',
        items: people.data.people.map(({ id, name, email, teamId }) => ({
          id: `person ${id}`,
          label: name,
          detail: [names.get(teamId ?? ''), email].filter(Boolean).join(' · '),
          to: withSearch(paths.people, { search: email }),
        })),
      },
      {
        title: 'Teams',
        items: teams.data.teams.flatMap((team) => [
          ...(can.viewHeatmap.allows(actor, team)
            ? [{ id: `heatmap ${team.id}`, label: team.name, detail: 'heatmap', to: addressOf(paths.team, { teamId: team.id }) }]
            : []),
          { id: `practices ${team.id}`, label: team.name, detail: 'practices', to: addressOf(paths.practices, { teamId: team.id }) },
        ]),
      },
      {
        title: 'Skills',
        items: framework.data.skills.map((skill) => ({
          id: `skill ${skill.id}`,
          label: skill.name,
          detail: categories.get(skill.category) ?? '',
          to: addressOf(paths.frameworkSkill, { skillId: skill.id }),
        })),
      },
      {
        title: 'Roles',
        items: framework.data.roles.map(({ id, name }) => ({
          id: `role ${id}`,
          label: name,
          to: addressOf(paths.frameworkRole, { roleId: id }),
        })),
      },
      {
        title: 'Settings',
        items: [
          ...(actor.personId === null
            ? []
            : [{ id: 'settings record', label: 'Who read it', detail: 'what is held on me', to: paths.myRecord }]),
          ...(can.viewAudit.allows(actor) ? [{ id: 'settings audit', label: 'Audit', detail: 'who did what', to: paths.audit }] : []),
          { id: 'settings tokens', label: 'Tokens', detail: 'for programs', to: paths.tokens },
          { id: 'settings my data', label: 'What is held on me', detail: 'download it, or be erased', to: paths.myData },
          ...(actor.personId === null
            ? []
            : [{ id: 'my ratings', label: 'What leads rated of me', detail: 'notes and replies', to: paths.myRatings }]),
          { id: 'notice', label: 'How your data is used', to: paths.notice },
          { id: 'settings privacy', label: 'Privacy and retention', detail: 'how long data is kept', to: paths.privacySettings },
        ],
      },
    ]
  }
