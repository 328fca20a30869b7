import { changeTeamRoute, createTeamRoute, listTeamsRoute, removeTeamRoute } from '@plumbline/shared/teams/contract.ts'
import { feature } from '#http/feature.ts'
import { changeTeam, createTeam, listTeams, removeTeam } from './service.ts'

export const teamRoutes = feature('teams')
  .on(listTeamsRoute, ({ ctx }) => listTeams(ctx))
  .on(createTeamRoute, ({ ctx, body }) => createTeam(ctx, body))
  .on(changeTeamRoute, ({ ctx, params, ifMatch, body }) => changeTeam(ctx, params.teamId, ifMatch, body))
  .on(removeTeamRoute, ({ ctx, params, ifMatch }) => removeTeam(ctx, params.teamId, ifMatch))
