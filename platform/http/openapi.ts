import swagger from '@fastify/swagger'
import { Type } from 'typebox'
import type { Config } from '#platform/platform.ts'
import type { App } from './app.ts'
import { anyone } from './rights.ts'

const ProblemSchema = Type.Object({
  type: Type.Literal('about:blank'),
  status: Type.Integer(),
  code: Type.String(),
  title: Type.String(),
  detail: Type.String(),
  cites: Type.Array(Type.Object({ place: Type.String(), quote: Type.String() })),
  errors: Type.Array(Type.Object({ field: Type.String(), message: Type.String() })),
})

const components = {
  securitySchemes: {
    session: { type: 'apiKey', in: 'cookie', name: 'gongkai.session_token' },
    csrf: { type: 'apiKey', in: 'header', name: 'x-csrf-token' },
  },
  responses: {
    problem: {
      description: '未办成：原因、依据和各项错误（RFC 9457）',
      content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
    },
  },
} as const

const described = (response: unknown): Record<string, unknown> => {
  const given = typeof response === 'object' && response !== null ? Object.entries(response) : []
  const answers = given.length === 0 ? [['200', { type: 'object' }] as const] : given
  return Object.fromEntries(answers.map(([status, schema]) => [status, { description: '成功', ...schema }]))
}

const withProblem = (item: object): object =>
  Object.fromEntries(
    Object.entries(item).map(([method, operation]) => [
      method,
      {
        ...operation,
        responses: { ...operation.responses, default: { $ref: '#/components/responses/problem' } },
      },
    ]),
  )

/** Describes every route under /api/ from its schemas, in OpenAPI 3.1, at /api/openapi.json. */
export async function describeApi(app: App, { siteName, publicAddress }: Config): Promise<void> {
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: { title: `${siteName} API`, version: '1', description: '日期为北京时间的日历日，时刻为 UTC。' },
      servers: [{ url: publicAddress }],
      components,
    },
    transform: ({ schema, url, route }) => ({
      url,
      schema: {
        ...schema,
        hide: !url.startsWith('/api/') || url === '/api/openapi.json',
        response: described(schema?.response),
        ...(route.config?.demand?.of !== 'anyone' && { security: [{ session: [], csrf: [] }] }),
      },
    }),
    transformObject: (made) => {
      const { paths = {}, ...document } = 'openapiObject' in made ? made.openapiObject : {}
      const schemas = { ...document.components?.schemas, Problem: ProblemSchema }
      return {
        ...document,
        components: { ...document.components, schemas },
        paths: Object.fromEntries(
          Object.entries(paths).map(([path, item]) => [path, withProblem(item ?? {})]),
        ),
      }
    },
  })
  app.get('/api/openapi.json', { config: anyone }, async (_, reply) =>
    reply.header('cache-control', 'public, max-age=300').send(app.swagger()),
  )
}
