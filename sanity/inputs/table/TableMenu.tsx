import {EllipsisHorizontalIcon} from '@sanity/icons/EllipsisHorizontal'
import {Button} from '@sanity/ui'
import {Menu, MenuButton, MenuItem} from '@sanity/ui/menu'

interface TableMenuProps {
  id: string
  /** What the menu acts on: `Row 2`. */
  label: string
  disabled: boolean | undefined
  actions: readonly (readonly [label: string, run: () => void])[]
}

/** What can be done to a row or a column. */
export function TableMenu({id, label, disabled, actions}: TableMenuProps) {
  return (
    <MenuButton
      button={<Button aria-label={label} disabled={disabled} icon={EllipsisHorizontalIcon} mode="bleed" padding={2} />}
      id={id}
      menu={
        <Menu>
          {actions.map(([text, run]) => (
            <MenuItem key={text} onClick={run} text={text} />
          ))}
        </Menu>
      }
      popover={{portal: true}}
    />
  )
}
