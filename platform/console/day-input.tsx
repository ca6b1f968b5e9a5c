import { Button, Input } from 'antd'
import { useEffect, useState } from 'react'
import { dayInShanghai, inChinese, weekdayInChinese } from '#time/day.ts'
import { typedDay } from './typed-day.ts'

interface Bound {
  id?: string
  value?: string
  onChange?(value: string): void
}

/** A day, typed in any usual way and said back in Chinese with its weekday. What is no day is passed on as typed. */
export function DayInput({ id, value = '', onChange = () => {} }: Bound) {
  const [text, setText] = useState(value)
  useEffect(() => setText((shown) => ((typedDay(shown) ?? shown) === value ? shown : value)), [value])
  const take = (typed: string) => {
    setText(typed)
    onChange(typedDay(typed) ?? typed)
  }
  const day = typedDay(text)
  return (
    <div className="day-input">
      <Input
        {...(id === undefined ? {} : { id })}
        value={text}
        inputMode="numeric"
        autoComplete="off"
        placeholder="如 2026-11-21"
        onChange={(event) => take(event.target.value)}
        onBlur={() => setText(day ?? text)}
      />
      <Button onClick={() => take(dayInShanghai(new Date().toISOString()))}>今天</Button>
      <span role="status">{day === undefined ? '' : `${inChinese(day)}，${weekdayInChinese(day)}`}</span>
    </div>
  )
}
