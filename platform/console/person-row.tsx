import { App, Button } from 'antd'
import { roles } from '#law/roles.ts'
import type { Person } from '#platform/identity/contract.ts'
import { type Day, inChinese } from '#time/day.ts'
import { overlay } from './overlay.ts'
import { endCover, endRole, type HandedOut, resetPassword, setActive, usePeopleChange } from './people-api.ts'
import { asProblem } from './problem-alert.tsx'

interface Row {
  person: Person
  people: readonly Person[]
  handOut(handedOut: HandedOut): void
}

type Held = Person['roles'][number]

export function PersonRow({ person, people, handOut }: Row) {
  return (
    <tr className={person.active ? '' : 'inactive'}>
      <th scope="row">{person.name}</th>
      <td>{person.username}</td>
      <td className="wraps">
        <ul className="tight-list">
          {person.roles.map((held) => (
            <HeldRole key={`${held.role} ${held.fromOn}`} held={held} person={person} people={people} />
          ))}
        </ul>
      </td>
      <td>{stateOf(person)}</td>
      <td>
        <AccountButtons person={person} handOut={handOut} />
      </td>
    </tr>
  )
}

function stateOf(person: Person): string {
  if (!person.active) return '已停用'
  if (person.lockedUntil !== null) return '暂时锁定'
  if (person.temporaryPassword) return '尚未改换临时密码'
  return person.twoFactor ? '正常，已开启动态验证码' : '正常'
}

function HeldRole({ held, person, people }: { held: Held; person: Person; people: readonly Person[] }) {
  const ending = usePeopleChange(endRole)
  const endingCover = usePeopleChange(endCover)
  const ask = useAsking()
  const absent = people.find((each) => each.personId === held.coversFor)
  const words =
    absent === undefined ? roles[held.role].label : `${roles[held.role].label}（代理${absent.name}）`
  const end = () =>
    ask(`终止${person.name}的“${words}”？`, () =>
      held.coversFor === null
        ? ending.mutateAsync({ personId: person.personId, role: held.role })
        : endingCover.mutateAsync({ absentId: held.coversFor, standInId: person.personId }),
    )
  return (
    <li>
      {words}
      {held.lastOn === null ? '' : `，至${inChinese(held.lastOn as Day)}`}{' '}
      <Button type="link" size="small" onClick={end} aria-label={`终止：${person.name}，${words}`}>
        终止
      </Button>
    </li>
  )
}

function AccountButtons({ person, handOut }: Pick<Row, 'person' | 'handOut'>) {
  const activating = usePeopleChange(setActive)
  const resetting = usePeopleChange(resetPassword)
  const ask = useAsking()
  const { personId, name, active } = person
  const toggle = () =>
    ask(active ? `停用${name}的账号？` : `启用${name}的账号？`, () =>
      activating.mutateAsync({ personId, active: !active }),
    )
  const reset = () =>
    ask(`重置${name}的密码和动态验证码？`, async () =>
      handOut(await resetting.mutateAsync({ personId, alsoSecondFactor: true })),
    )
  return (
    <>
      <Button type="link" size="small" onClick={reset} aria-label={`重置密码：${name}`}>
        重置密码
      </Button>
      <Button type="link" size="small" onClick={toggle} aria-label={`${active ? '停用' : '启用'}：${name}`}>
        {active ? '停用' : '启用'}
      </Button>
    </>
  )
}

/** Asks before an act, and says why where the server refuses it. */
function useAsking(): (title: string, act: () => Promise<unknown>) => void {
  const { modal, message } = App.useApp()
  return (title, act) => {
    modal.confirm({
      title,
      okText: '确认',
      cancelText: '取消',
      ...overlay,
      onOk: async () => {
        try {
          await act()
        } catch (error) {
          const { title: head, detail } = asProblem(error)
          message.error(`${head}：${detail}`)
        }
      },
    })
  }
}
