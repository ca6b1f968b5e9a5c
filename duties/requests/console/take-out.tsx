import { Checkbox } from 'antd'
import { useState } from 'react'
import './desk-lists.css'

interface Shown {
  /** The address of the file without its format: ends in ? or &. */
  from: string
  /** What the list is called, for the ear. */
  what: string
  /** The person may take the applicants' particulars with it. */
  withApplicants?: boolean
}

/** 导出: the list as it stands on the screen, as a sheet or as text. */
export function TakeOut({ from, what, withApplicants = false }: Shown) {
  const [applicant, take] = useState(false)
  const more = applicant ? '&applicant=true' : ''
  return (
    <details className="take-out">
      <summary>导出</summary>
      <div className="take-out-box">
        <ul>
          <li>
            <a href={`${from}format=xlsx${more}`} download aria-label={`导出${what}，Excel 表格`}>
              Excel 表格（xlsx）
            </a>
          </li>
          <li>
            <a href={`${from}format=csv${more}`} download aria-label={`导出${what}，CSV 文本`}>
              CSV 文本
            </a>
          </li>
        </ul>
        {withApplicants ? (
          <Checkbox checked={applicant} onChange={(event) => take(event.target.checked)}>
            含申请人信息（记入操作记录）
          </Checkbox>
        ) : null}
      </div>
    </details>
  )
}
