import type { Seniority } from '@plumbline/shared/frameworks/pack.ts'
import { getRouteApi } from '@tanstack/react-router'
import { Dialog } from '../ui/Dialog.tsx'
import { SkillDetail } from './SkillDetail.tsx'
import type { Framework } from './queries.ts'

const route = getRouteApi('/framed/framework')

interface SkillDialogProps {
  framework: Framework
  skillId: string
  seniority: Seniority
}

/** A skill over the page, as long as the address names it. */
export function SkillDialog({ framework, skillId, seniority }: SkillDialogProps) {
  const navigate = route.useNavigate()
  const skill = framework.index.skillById.get(skillId)
  const close = () => void navigate({ search: (now) => ({ ...now, skill: undefined }), resetScroll: false })
  return (
    <Dialog open onClose={close} title={skill?.name ?? 'No such skill'} size="large">
      {skill === undefined ? (
        <p>
          Framework {framework.pack.version} has no skill “{skillId}”. Choose one from the table.
        </p>
      ) : (
        <SkillDetail framework={framework} skill={skill} seniority={seniority} />
      )}
    </Dialog>
  )
}
