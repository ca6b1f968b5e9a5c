import { Button } from 'antd'
import { Component, type ReactNode } from 'react'

interface Shown {
  children: ReactNode
}

/** Holds what a screen throws while it is drawn or fetched, so that the rest of the desk stays in use. */
export class Mishap extends Component<Shown, { failed: boolean }> {
  override state = { failed: false }

  static getDerivedStateFromError(): { failed: boolean } {
    return { failed: true }
  }

  override render(): ReactNode {
    if (!this.state.failed) return this.props.children
    return (
      <div role="alert">
        <h1>这个页面没有打开</h1>
        <p>可能是网络中断，或者系统刚刚更新。已经填写的内容还在，请重新载入；仍打不开的，请告知管理员。</p>
        <Button type="primary" onClick={() => window.location.reload()}>
          重新载入
        </Button>
      </div>
    )
  }
}
