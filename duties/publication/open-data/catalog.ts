import type { Site } from '#platform/pages/site.ts'
import { openDataPath } from '../addresses.ts'
import { allScope, fileFormats, fileName } from './nightly.ts'
import { apiPath, type DataSet, dataSets, filesPath, licence } from './words.ts'

const media = {
  json: 'https://www.iana.org/assignments/media-types/application/json',
  csv: 'https://www.iana.org/assignments/media-types/text/csv',
  ndjson: 'https://www.iana.org/assignments/media-types/application/x-ndjson',
  gzip: 'https://www.iana.org/assignments/media-types/application/gzip',
} as const

const distribution = (page: string, url: string, mediaType: string, more: object = {}) => ({
  '@type': 'dcat:Distribution',
  'dcat:accessURL': { '@id': url },
  'dcat:mediaType': { '@id': mediaType },
  'dct:license': { '@id': `${page}#licence` },
  ...more,
})

function distributionsOf(address: string, id: DataSet['id']): object[] {
  const page = `${address}${openDataPath}`
  const packed = fileFormats.map((format) =>
    distribution(page, `${address}${filesPath}/${allScope}/${fileName(format)}`, media[format], {
      'dcat:compressFormat': { '@id': media.gzip },
    }),
  )
  return [
    distribution(page, `${address}${apiPath}/${id}`, media.json),
    distribution(page, `${address}${apiPath}/${id}.csv`, media.csv),
    ...(id === 'items' ? packed : []),
  ]
}

/** The catalogue of the data sets in DCAT 3, as JSON-LD. */
export function catalogOf({ address }: Pick<Site, 'address'>, name: string): object {
  const page = `${address}${openDataPath}`
  const publisher = {
    '@type': 'foaf:Organization',
    'foaf:name': name,
    'foaf:homepage': { '@id': `${address}/` },
  }
  const common = {
    'dct:license': { '@id': `${page}#licence` },
    'dct:language': 'zh-Hans',
    'dct:publisher': publisher,
  }
  return {
    '@context': {
      dcat: 'http://www.w3.org/ns/dcat#',
      dct: 'http://purl.org/dc/terms/',
      foaf: 'http://xmlns.com/foaf/0.1/',
    },
    '@id': page,
    '@type': 'dcat:Catalog',
    'dct:title': `${name}政府信息公开数据目录`,
    'dct:description': licence.name,
    'foaf:homepage': { '@id': page },
    ...common,
    'dcat:dataset': dataSets.map(({ id, title, about, renewed }) => ({
      '@id': `${page}#${id}`,
      '@type': 'dcat:Dataset',
      'dct:identifier': id,
      'dct:title': title,
      'dct:description': `${about}${renewed}。`,
      'dcat:landingPage': { '@id': page },
      ...common,
      'dcat:distribution': distributionsOf(address, id),
    })),
  }
}
