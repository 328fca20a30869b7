import { getSetupRoute } from '@plumbline/shared/setup/contract.ts'
import { useRoute } from '../api/query.ts'

/** Whether an organisation was started here, and whether the demo is there. */
export const useSetup = () => useRoute(getSetupRoute, {})
