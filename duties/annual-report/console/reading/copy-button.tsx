import { Button } from 'antd'
import { useState } from 'react'

// On an intranet without encryption a browser has no clipboard for scripts but the old command.
function copyTheOldWay(words: string): boolean {
  const field = document.createElement('textarea')
  field.value = words
  field.className = 'unseen'
  document.body.append(field)
  field.select()
  const done = document.execCommand('copy')
  field.remove()
  return done
}

async function copy(words: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(words)
    return true
  } catch {
    return copyTheOldWay(words)
  }
}

/** Puts words on the clipboard and says that it did. */
export function CopyButton({ words, label }: { words: string; label: string }) {
  const [said, say] = useState('')
  const press = async () => {
    say((await copy(words)) ? '已复制' : '浏览器不让复制，请选中文字后复制')
  }
  return (
    <>
      <Button size="small" onClick={() => void press()}>
        {label}
      </Button>
      <span role="status" className="note">
        {said === '' ? '' : ` ${said}`}
      </span>
    </>
  )
}
