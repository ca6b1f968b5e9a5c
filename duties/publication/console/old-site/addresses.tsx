import { Button, Input } from 'antd'
import { useState } from 'react'
import { Answered, Nothing } from '#platform/console/states.tsx'
import { WideTable } from '#platform/console/wide-table.tsx'
import type { OldAddresses, OldSiteWhole } from '../../old-site/contract.ts'
import { useAddresses } from './api.ts'

const statusWords: Readonly<Record<string, string>> = {
  301: '转到新地址',
  404: '尚未发布，不转',
  410: '已撤下',
}

/** 旧地址: where each leads now. */
export function Addresses({ site }: { site: OldSiteWhole }) {
  const [words, setWords] = useState('')
  const query = useAddresses(site.siteId, words, site.status)
  return (
    <section className="sheet" aria-labelledby="old-addresses">
      <h2 id="old-addresses">旧地址</h2>
      <p>把旧网站的域名指向本系统，访问旧地址就会转到新地址（301）；没有迁入的地址显示带检索的提示页。</p>
      <Input.Search
        aria-label="查找旧地址或者标题"
        placeholder="旧地址或者标题中的字词"
        className="old-site-search"
        onSearch={setWords}
        enterButton="查找"
      />
      <Answered query={query}>
        {(data) => {
          const rows = data.pages.flatMap((each) => each.addresses)
          if (rows.length === 0) return <Nothing>没有旧地址。</Nothing>
          return (
            <>
              <AddressTable rows={rows} />
              {query.hasNextPage ? (
                <Button loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
                  再看一百个
                </Button>
              ) : null}
            </>
          )
        }}
      </Answered>
    </section>
  )
}

function AddressTable({ rows }: { rows: OldAddresses['addresses'] }) {
  return (
    <WideTable label="旧地址和新地址">
      <table className="list old-site-pages">
        <thead>
          <tr>
            <th scope="col">旧地址</th>
            <th scope="col">标题</th>
            <th scope="col">现在</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ address, to, title, status }) => (
            <tr key={address}>
              <th scope="row" className="wraps">
                {address}
              </th>
              <td className="wraps">{title}</td>
              <td>
                {status === '301' ? <a href={to}>{statusWords[status]}</a> : (statusWords[status] ?? status)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </WideTable>
  )
}
