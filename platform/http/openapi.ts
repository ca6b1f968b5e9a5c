import swagger from '@fastify/swagger'
import type { Config } from '#platform/platform.ts'
import type { App } from './app.ts'
import { anyone } from './rights.ts'

/** Describes every route under /api/ from its schemas, in OpenAPI 3.1, at /api/openapi.json. */
export async function describeApi(app: App, { siteName, publicAddress }: Config): Promise<void> {
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: { title: `${siteName} API`, version: '1', description: '日期为北京时间的日历日，时刻为 UTC。' },
      servers: [{ url: publicAddress }],
      components: {
        securitySchemes: {
          session: { type: 'apiKey', in: 'cookie', name: 'gongkai.session_token' },
          csrf: { type: 'apiKey', in: 'header', name: 'x-csrf-token' },
        },
      },
    },
    transform: ({ schema, url, route }) => ({
      url,
      schema: {
        ...schema,
        hide: !url.startsWith('/api/') || url === '/api/openapi.json',
        ...(route.config?.demand?.of !== 'anyone' && { security: [{ session: [], csrf: [] }] }),
      },
    }),
  })
  app.get('/api/openapi.json', { config: anyone }, async (_, reply) =>
    reply.header('cache-control', 'public, max-age=300').send(app.swagger()),
  )
}
