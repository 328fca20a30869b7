import { createRoute } from '@tanstack/react-router'
import { framed } from './framed.ts'
import {
  contradictionsSearch,
  draftSearch,
  marketSearch,
  matrixSearch,
  practicesSearch,
  roadmapSearch,
  roleSearch,
  skillSearch,
  skillsSearch,
  toolsSearch,
} from './frameworks/framework-search.ts'
import { laterPage } from './later-page.ts'
import { paths } from './paths.ts'

const getParentRoute = () => framed

// An entry that is a row of a list has the list's page, which shows and marks it.
const rolesPage = laterPage('RolesPage')
const marketPage = laterPage('MarketPage')
const contradictionsPage = laterPage('ContradictionsPage')
const toolsPage = laterPage('ToolsPage')
const sourcesPage = laterPage('SourcesPage')
const modelsPage = laterPage('ModelsPage')

/** The pages of the framework: every entry has an address that stays. */
export const frameworkRoutes = {
  framework: createRoute({
    getParentRoute,
    path: paths.framework,
    validateSearch: matrixSearch,
    component: laterPage('MatrixPage'),
  }),
  frameworkRoles: createRoute({
    getParentRoute,
    path: paths.frameworkRoles,
    component: rolesPage,
  }),
  frameworkRole: createRoute({
    getParentRoute,
    path: paths.frameworkRole,
    validateSearch: roleSearch,
    component: laterPage('RolePage'),
  }),
  frameworkPersona: createRoute({
    getParentRoute,
    path: paths.frameworkPersona,
    component: rolesPage,
  }),
  frameworkSkills: createRoute({
    getParentRoute,
    path: paths.frameworkSkills,
    validateSearch: skillsSearch,
    component: laterPage('SkillsPage'),
  }),
  frameworkSkill: createRoute({
    getParentRoute,
    path: paths.frameworkSkill,
    validateSearch: skillSearch,
    component: laterPage('SkillPage'),
  }),
  frameworkPractices: createRoute({
    getParentRoute,
    path: paths.frameworkPractices,
    validateSearch: practicesSearch,
    component: laterPage('FrameworkPracticesPage'),
  }),
  frameworkPractice: createRoute({
    getParentRoute,
    path: paths.frameworkPractice,
    component: laterPage('FrameworkPracticePage'),
  }),
  frameworkCertifications: createRoute({
    getParentRoute,
    path: paths.frameworkCertifications,
    component: laterPage('CertificationsPage'),
  }),
  frameworkCertification: createRoute({
    getParentRoute,
    path: paths.frameworkCertification,
    component: laterPage('CertificationPage'),
  }),
  frameworkRoadmaps: createRoute({
    getParentRoute,
    path: paths.frameworkRoadmaps,
    component: laterPage('RoadmapsPage'),
  }),
  frameworkRoadmap: createRoute({
    getParentRoute,
    path: paths.frameworkRoadmap,
    validateSearch: roadmapSearch,
    component: laterPage('RoadmapPage'),
  }),
  frameworkMarket: createRoute({
    getParentRoute,
    path: paths.frameworkMarket,
    validateSearch: marketSearch,
    component: marketPage,
  }),
  frameworkClaim: createRoute({
    getParentRoute,
    path: paths.frameworkClaim,
    validateSearch: marketSearch,
    component: marketPage,
  }),
  frameworkContradictions: createRoute({
    getParentRoute,
    path: paths.frameworkContradictions,
    validateSearch: contradictionsSearch,
    component: contradictionsPage,
  }),
  frameworkContradiction: createRoute({
    getParentRoute,
    path: paths.frameworkContradiction,
    validateSearch: contradictionsSearch,
    component: contradictionsPage,
  }),
  frameworkTools: createRoute({
    getParentRoute,
    path: paths.frameworkTools,
    validateSearch: toolsSearch,
    component: toolsPage,
  }),
  frameworkTool: createRoute({
    getParentRoute,
    path: paths.frameworkTool,
    validateSearch: toolsSearch,
    component: toolsPage,
  }),
  frameworkSources: createRoute({
    getParentRoute,
    path: paths.frameworkSources,
    component: sourcesPage,
  }),
  frameworkSource: createRoute({
    getParentRoute,
    path: paths.frameworkSource,
    component: sourcesPage,
  }),
  frameworkModels: createRoute({
    getParentRoute,
    path: paths.frameworkModels,
    component: modelsPage,
  }),
  frameworkModel: createRoute({
    getParentRoute,
    path: paths.frameworkModel,
    component: modelsPage,
  }),
  frameworkVersions: createRoute({
    getParentRoute,
    path: paths.frameworkVersions,
    component: laterPage('VersionsPage'),
  }),
  frameworkDraft: createRoute({
    getParentRoute,
    path: paths.frameworkDraft,
    validateSearch: draftSearch,
    component: laterPage('DraftPage'),
  }),
}
