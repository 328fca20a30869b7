import {
  changeAccessRoute,
  changePersonRoute,
  createPersonRoute,
  departRoute,
  getPersonRoute,
  listPeopleRoute,
  removePersonRoute,
  takeDepartureBackRoute,
} from '@plumbline/shared/people/contract.ts'
import { feature } from '#http/feature.ts'
import { changeAccess } from './access-service.ts'
import { depart, takeDepartureBack } from './departure-service.ts'
import { changePerson, createPerson, getPerson, listPeople, removePerson } from './service.ts'

export const peopleRoutes = feature('people')
  .on(listPeopleRoute, ({ ctx, query: { left, ...query } }) => listPeople(ctx, { ...query, left: left === 'true' }))
  .on(getPersonRoute, ({ ctx, params }) => getPerson(ctx, params.personId))
  .on(createPersonRoute, ({ ctx, body }) => createPerson(ctx, body))
  .on(changePersonRoute, ({ ctx, params, ifMatch, body }) => changePerson(ctx, params.personId, ifMatch, body))
  .on(changeAccessRoute, ({ ctx, params, ifMatch, body }) => changeAccess(ctx, params.personId, ifMatch, body))
  .on(departRoute, ({ ctx, params, ifMatch }) => depart(ctx, params.personId, ifMatch))
  .on(takeDepartureBackRoute, ({ ctx, params, ifMatch }) => takeDepartureBack(ctx, params.personId, ifMatch))
  .on(removePersonRoute, ({ ctx, params, ifMatch }) => removePerson(ctx, params.personId, ifMatch))
