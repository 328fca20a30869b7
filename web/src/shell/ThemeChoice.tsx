import { useState } from 'react'
import { RadioGroup } from '../ui/RadioGroup.tsx'
import { type Theme, chooseTheme, chosenTheme } from './theme.ts'

const options: { value: Theme; label: string }[] = [
  { value: 'system', label: 'As the system' },
  { value: 'light', label: 'Light' },
  { value: 'dark', label: 'Dark' },
]

export function ThemeChoice() {
  const [theme, setTheme] = useState(chosenTheme)
  const choose = (next: Theme): void => {
    chooseTheme(next)
    setTheme(next)
  }
  return <RadioGroup label="Theme" value={theme} onChange={choose} options={options} />
}
