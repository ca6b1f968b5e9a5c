import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { App, ConfigProvider } from 'antd'
import chinese from 'antd/locale/zh_CN'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import '#platform/console/base.css'
import '#platform/console/desk.css'
import '#platform/console/lists.css'
import '#platform/console/pieces.css'
import { Problem } from '#platform/console/api.ts'
import { requiredMark } from '#platform/console/required-mark.tsx'
import { Shell } from '#platform/console/shell.tsx'
import { consoleTheme } from '#platform/console/theme.ts'
import { pages, search } from './pages.ts'

// What the server refused it refuses again; a lost connection may come back.
const mayHelp = (failures: number, error: Error): boolean =>
  failures < 1 && !(error instanceof Problem && error.status >= 400 && error.status < 500)

const queries = new QueryClient({ defaultOptions: { queries: { retry: mayHelp, staleTime: 10_000 } } })

// The server marks this page with a nonce; styles that Ant Design writes while running must bear it.
const nonce = document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce ?? ''

const root = document.getElementById('console')
if (root !== null)
  createRoot(root).render(
    <StrictMode>
      <ConfigProvider
        locale={chinese}
        theme={consoleTheme}
        csp={{ nonce }}
        button={{ autoInsertSpace: false }}
        form={{ requiredMark }}
      >
        <App>
          <QueryClientProvider client={queries}>
            <Shell pages={pages} search={search} />
          </QueryClientProvider>
        </App>
      </ConfigProvider>
    </StrictMode>,
  )
