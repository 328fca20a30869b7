import { Link } from '@tanstack/react-router'
import { Loaded } from '../api/Loaded.tsx'
import { paths } from '../paths.ts'
import { PageHeader } from '../ui/PageHeader.tsx'
import { NoticeText } from './NoticeText.tsx'
import { useNotice } from './queries.ts'

/** The purpose text, to be read at any time. */
export function NoticePage() {
  const read = useNotice()
  return (
    <>
      <PageHeader
        title="How your data is used"
        subtitle={read.data === undefined ? undefined : `Version ${read.data.noticeVersion} of this text.`}
      />
      <Loaded of={read}>{({ text }) => <NoticeText text={text} />}</Loaded>
      <p>
        <Link to={paths.privacySettings}>How long each kind of data is kept</Link>
      </p>
    </>
  )
}
