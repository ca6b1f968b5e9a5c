import type { OrganPage } from '#platform/organs/contract.ts'
import type { Frame } from '#platform/pages/frame.ts'
import type { Item } from '../contract.ts'
import { isOver, kindLabel } from '../rules/vocabulary.ts'

/** What pages say to programs, in the words of schema.org. */

const context = 'https://schema.org'

const isDocument = (kind: string): boolean => kind === 'normative' || kind === 'policy'

/** The site and whose it is. */
export const homeData = ({ site }: Frame, name: string): object => ({
  '@context': context,
  '@type': 'WebSite',
  name: `${name}政府信息公开`,
  url: `${site.address}/`,
  inLanguage: 'zh-Hans',
  publisher: { '@type': 'GovernmentOrganization', name },
  potentialAction: {
    '@type': 'SearchAction',
    target: `${site.address}/search?q={search_term_string}`,
    'query-input': 'required name=search_term_string',
  },
})

/** One item: a document of the law with its force, or an article. */
export const itemData = ({ site }: Frame, item: Item): object => ({
  '@context': context,
  '@type': isDocument(item.kind) ? 'Legislation' : 'Article',
  name: item.title,
  headline: item.title.slice(0, 110),
  identifier: item.indexNumber,
  url: `${site.address}${item.address}`,
  inLanguage: 'zh-Hans',
  genre: kindLabel(item.kind),
  dateCreated: item.formedOn,
  datePublished: item.publishedAt,
  isAccessibleForFree: true,
  publisher: {
    '@type': 'GovernmentOrganization',
    name: item.organName,
    url: `${site.address}/organs/${item.organCode}`,
  },
  ...(item.summary && { abstract: item.summary }),
  ...(isDocument(item.kind) && {
    legislationIdentifier: item.documentNumber || item.indexNumber,
    legislationDate: item.formedOn,
    legislationLegalForce: isOver(item.validity) ? 'NotInForce' : 'InForce',
  }),
  ...(item.interprets && { about: `${site.address}${item.interprets.address}` }),
  ...(item.interpretedBy.length > 0 && {
    subjectOf: item.interpretedBy.map(({ address }) => `${site.address}${address}`),
  }),
})

/** An organ and how to reach it. */
export const organData = ({ site }: Frame, { organ, contact }: OrganPage): object => ({
  '@context': context,
  '@type': 'GovernmentOrganization',
  name: organ.name,
  alternateName: organ.shortName,
  identifier: organ.creditCode,
  url: `${site.address}/organs/${organ.code}`,
  ...(contact && {
    telephone: contact.telephone,
    address: {
      '@type': 'PostalAddress',
      streetAddress: contact.address,
      postalCode: contact.postcode,
      addressCountry: 'CN',
    },
    ...(contact.email && { email: contact.email }),
  }),
})
