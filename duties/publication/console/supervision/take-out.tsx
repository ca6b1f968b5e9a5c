interface Shown {
  /** The address of the file without its format: ends in ? or &. */
  from: string
  what: string
}

/** 导出: the list as it stands, as a sheet or as text. */
export const TakeOut = ({ from, what }: Shown) => (
  <span className="take-out-links">
    <a href={`${from}format=xlsx`} download aria-label={`导出 Excel：${what}`}>
      导出 Excel
    </a>
    <a href={`${from}format=csv`} download aria-label={`导出 CSV：${what}`}>
      导出 CSV
    </a>
  </span>
)
