/** What of an old site is taken, and under which headings, names and metadata it stands there. */
interface Field {
  readonly label: string
  readonly required: boolean
  /** As columns of lists and keys of JSON are called. */
  readonly names: readonly string[]
  /** As the metadata of pages are called. */
  readonly metas: readonly string[]
  /** As pages write it before the value: 发布日期：… */
  readonly marks: readonly string[]
}

export const fields = {
  title: {
    label: '标题',
    required: true,
    names: [
      '信息标题',
      '文章标题',
      '名称',
      '信息名称',
      '文件名称',
      'title',
      'subject',
      'headline',
      'doctitle',
      'name',
    ],
    metas: ['ArticleTitle', 'og:title'],
    marks: ['名称', '标题', '信息名称'],
  },
  body: {
    label: '正文',
    required: true,
    names: [
      '内容',
      '信息内容',
      '正文内容',
      '文章内容',
      'content',
      'body',
      'html',
      'text',
      'dochtmlcon',
      'doccontent',
    ],
    metas: [],
    marks: [],
  },
  publishedOn: {
    label: '发布日期',
    required: true,
    names: [
      '发布时间',
      '公开日期',
      '公开时间',
      '日期',
      '时间',
      '发文日期',
      'pubdate',
      'publishdate',
      'publishtime',
      'publishedat',
      'date',
      'time',
      'docpubtime',
      'createtime',
      'pubtime',
    ],
    metas: ['PubDate', 'publishdate', 'article:published_time', 'firstpublishedtime', 'date', 'others'],
    marks: ['发布日期', '发布时间', '公开日期', '公开时间', '发文日期', '日期', '时间', '更新时间'],
  },
  formedOn: {
    label: '成文日期',
    required: false,
    names: ['生成日期', '成文时间', '制发日期', '印发日期', 'formedon', 'writtendate', 'docreltime'],
    metas: ['formedon'],
    marks: ['成文日期', '生成日期', '印发日期'],
  },
  organ: {
    label: '发布机构',
    required: false,
    names: [
      '发布机关',
      '发文机关',
      '发文单位',
      '来源',
      '公开机关',
      '公开单位',
      '责任单位',
      '信息来源',
      'source',
      'organ',
      'department',
      'author',
      'docsource',
      'publisher',
    ],
    metas: ['ContentSource', 'source', 'publisher'],
    marks: ['发布机构', '发布机关', '发文机关', '信息来源', '来源'],
  },
  documentNumber: {
    label: '文号',
    required: false,
    names: ['发文字号', '文件编号', '发文文号', '公文文号', 'documentnumber', 'docno', 'wenhao', 'number'],
    metas: ['DocumentNumber', 'wenhao'],
    marks: ['文号', '发文字号', '文件编号'],
  },
  kind: {
    label: '信息种类',
    required: false,
    names: ['种类', '信息类别', '体裁', '文种', '类型', 'kind', 'type'],
    metas: [],
    marks: ['体裁分类', '信息类别'],
  },
  catalogue: {
    label: '公开目录',
    required: false,
    names: [
      '目录',
      '栏目',
      '栏目名称',
      '所属栏目',
      '主题分类',
      '分类',
      'category',
      'channel',
      'column',
      'chnlname',
      'heading',
    ],
    metas: ['ColumnName'],
    marks: ['主题分类'],
  },
  indexNumber: {
    label: '索引号',
    required: false,
    names: ['信息索引号', '索引', 'indexnumber', 'idxid', 'suoyinhao', 'index'],
    metas: ['IndexNumber'],
    marks: ['索引号', '索 引 号', '信息索引号'],
  },
  validity: {
    label: '有效性',
    required: false,
    names: ['效力状态', '时效', '是否有效', '文件状态', 'validity'],
    metas: [],
    marks: ['有效性', '效力状态'],
  },
  attachments: {
    label: '附件',
    required: false,
    names: [
      '附件名称',
      '附件地址',
      '附件列表',
      '文件',
      'attachments',
      'attachment',
      'files',
      'appendix',
      'annex',
    ],
    metas: [],
    marks: [],
  },
  address: {
    label: '旧地址',
    required: false,
    names: [
      '原地址',
      '链接',
      '网址',
      '页面地址',
      '原网址',
      '信息链接',
      'url',
      'link',
      'href',
      'address',
      'docpuburl',
      'path',
    ],
    metas: ['Url', 'og:url'],
    marks: [],
  },
} as const satisfies Record<string, Field>

export type FieldName = keyof typeof fields
export const fieldNames = Object.keys(fields) as readonly FieldName[]

/** Where a field comes from: a column, a path, a selector of the source; or one value for all. */
export type FieldSource = { readonly from: string } | { readonly value: string }
export type Mapping = Readonly<Partial<Record<FieldName, FieldSource>>>

/** Something of the source that a field may come from. */
export interface Choice {
  readonly from: string
  readonly label: string
  readonly samples: readonly string[]
}

const keyOf = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/[^\p{L}\p{N}]/gu, '')
    .toLowerCase()

const byName = new Map(
  fieldNames.flatMap((name) =>
    [fields[name].label, ...fields[name].names].map((words) => [keyOf(words), name] as const),
  ),
)

/** The field that a heading or a key names, by the whole of it or by its last part (data.title); undefined where none does. */
export const fieldNamed = (heading: string): FieldName | undefined =>
  byName.get(keyOf(heading)) ?? byName.get(keyOf(heading.split('.').at(-1) ?? ''))

/** What each field is taken for: as it was settled before where that is still there, else by its name. */
export function guessMapping(choices: readonly Choice[], before: Mapping): Mapping {
  const known = new Set(choices.map(({ from }) => from))
  const mapping: Partial<Record<FieldName, FieldSource>> = {}
  for (const name of fieldNames) {
    const settled = before[name]
    if (settled && ('value' in settled || known.has(settled.from))) mapping[name] = settled
  }
  for (const { from } of choices) {
    const name = fieldNamed(from)
    if (name && !mapping[name]) mapping[name] = { from }
  }
  return mapping
}
