import { minuteInChinese } from '#platform/console/day-text.tsx'
import { WideTable } from '#platform/console/wide-table.tsx'
import type { ItemView } from '../contract-desk.ts'
import { notStated } from '../rules/facts.ts'

/** 撤下: why, what the public is told, and the proof that it is gone everywhere. */
export function Withdrawn({ withdrawal }: { withdrawal: NonNullable<ItemView['withdrawal']> }) {
  const { reason, note, proof } = withdrawal
  return (
    <section className="sheet" aria-labelledby="withdrawn-head">
      <h2 id="withdrawn-head">已经撤下</h2>
      {reason === '' ? null : <p className="tight">撤下理由：{reason}</p>}
      <p className="tight">对公众的说明：{note}</p>
      {proof === null ? <p role="status">正在核验各处是否已经看不到……</p> : <Proof proof={proof} />}
    </section>
  )
}

function Proof({ proof }: { proof: NonNullable<NonNullable<ItemView['withdrawal']>['proof']> }) {
  return (
    <>
      <p role="status" className={proof.proven ? 'proven' : 'warning'}>
        {proof.proven
          ? `${minuteInChinese(proof.at)}核验：${proof.places.length}处都已看不到。`
          : `${minuteInChinese(proof.at)}核验：还有${proof.places.filter(({ gone }) => !gone).length}处能看到或者尚未确认，系统将再次核验。`}
      </p>
      <WideTable label="核验结果">
        <table className="list">
          <thead>
            <tr>
              <th scope="col">位置</th>
              <th scope="col">结果</th>
              <th scope="col">应答</th>
              <th scope="col">地址</th>
            </tr>
          </thead>
          <tbody>
            {proof.places.map(({ place, address, status, gone }, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the same place is looked at twice
              <tr key={index}>
                <td>{place}</td>
                <td>
                  {gone ? (
                    '已看不到'
                  ) : (
                    <strong className="late">{status === notStated ? '尚未确认' : '仍能看到'}</strong>
                  )}
                </td>
                <td>{status === notStated ? '' : status}</td>
                <td className="address">{decodeURI(address)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </WideTable>
    </>
  )
}
