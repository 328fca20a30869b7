import { Button, type ButtonProps } from './Button.tsx'
import { Icon, type IconName } from './Icon.tsx'

type IconButtonProps = Omit<ButtonProps, 'children' | 'aria-label'> & { icon: IconName; label: string }

/** A square button that shows a drawing and is named by `label`. */
export function IconButton({ icon, label, variant = 'quiet', ...rest }: IconButtonProps) {
  return (
    <Button variant={variant} {...rest} data-icon="" aria-label={label} title={label}>
      <Icon name={icon} />
    </Button>
  )
}
