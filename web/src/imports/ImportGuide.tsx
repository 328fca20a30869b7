import { useFramework } from '../frameworks/queries.ts'
import { Details } from '../ui/Details.tsx'
import { reachableWhenScrolling } from '../ui/reachable.ts'
import { template, templateHref } from './template.ts'

/** What the columns mean, an example, and the template to fill in. */
export function ImportGuide() {
  const framework = useFramework()
  const roles = framework.data?.pack.roles.map(({ name }) => name) ?? []
  return (
    <Details summary="Columns, an example and a template">
      <ul>
        <li>
          <strong>name</strong>, <strong>email</strong>: an e-mail address that is known changes that person, a new one adds somebody.
        </li>
        <li>
          <strong>team</strong>: its name, or its path from the top such as “Engineering &gt; Platform”. Teams that are missing are added
          along the path.
        </li>
        <li>
          <strong>role</strong>: {roles.length === 0 ? 'a role of the framework' : roles.join(', ')}.
        </li>
        <li>
          <strong>seniority</strong> (optional): entry, mid, senior or architect. Left blank it stays as it is; for somebody new it is mid.
        </li>
        <li>
          <strong>lead</strong> (optional): yes for who leads the team of the row. Without this column leads stay as they are.
        </li>
      </ul>
      <pre ref={reachableWhenScrolling} className="ImportFile-example">
        {template}
      </pre>
      <p>
        <a href={templateHref} download="people.csv">
          Download the template
        </a>
      </p>
    </Details>
  )
}
