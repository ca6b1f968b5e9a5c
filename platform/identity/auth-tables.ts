import {
  type ColumnNode,
  type KyselyPlugin,
  OperationNodeTransformer,
  type PluginTransformQueryArgs,
  type PluginTransformResultArgs,
  type QueryId,
  type QueryResult,
  type RootOperationNode,
  type UnknownRow,
} from 'kysely'

/** better-auth calls every key `id`; in our tables a key bears the name of what it tells apart. */
const keys: Record<string, string> = {
  person: 'person_id',
  person_session: 'session_id',
  person_account: 'account_row_id',
  person_verification: 'verification_id',
  person_two_factor: 'two_factor_id',
}

class KeyNames extends OperationNodeTransformer {
  readonly #key: string

  constructor(key: string) {
    super()
    this.#key = key
  }

  protected override transformColumn(node: ColumnNode, queryId?: QueryId): ColumnNode {
    const { column, ...rest } = super.transformColumn(node, queryId)
    return { ...rest, column: column.name === 'id' ? { ...column, name: this.#key } : column }
  }
}

// The first table that a query names; better-auth's queries name one.
function tableIn(node: unknown): string | undefined {
  if (typeof node !== 'object' || node === null) return undefined
  if ('kind' in node && node.kind === 'SchemableIdentifierNode' && 'identifier' in node) {
    const { identifier } = node
    if (typeof identifier === 'object' && identifier !== null && 'name' in identifier) {
      return String(identifier.name)
    }
  }
  for (const part of Object.values(node)) {
    const found = tableIn(part)
    if (found !== undefined) return found
  }
  return undefined
}

const isInstant = (column: string): boolean => column.endsWith('_at') || column.endsWith('_until')

const fromRow = (row: UnknownRow, key: string): UnknownRow =>
  Object.fromEntries(
    Object.entries(row).map(([column, value]) => [
      column === key ? 'id' : column,
      isInstant(column) && typeof value === 'string' ? new Date(value) : value,
    ]),
  )

/** Lets better-auth work on our tables: keys under their own names, instants as Date. */
export class AuthTables implements KyselyPlugin {
  readonly #asked = new WeakMap<QueryId, string>()

  transformQuery({ node, queryId }: PluginTransformQueryArgs): RootOperationNode {
    const key = keys[tableIn(node) ?? '']
    if (key === undefined) return node
    this.#asked.set(queryId, key)
    return new KeyNames(key).transformNode(node, queryId)
  }

  async transformResult({ result, queryId }: PluginTransformResultArgs): Promise<QueryResult<UnknownRow>> {
    const key = this.#asked.get(queryId)
    return key === undefined ? result : { ...result, rows: result.rows.map((row) => fromRow(row, key)) }
  }
}
