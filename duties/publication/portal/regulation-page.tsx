import { chineseNumeral, citeInChinese } from '#law/citation.ts'
import { type Article, regulation } from '#law/regulation.ts'
import { columnOf } from '#platform/pages/columns.ts'
import type { Frame } from '#platform/pages/frame.ts'
import { Page } from '#platform/pages/page.tsx'

const chapters = [...new Set(regulation.map((article) => article.chapter))].map((title, index) => ({
  title: `第${chineseNumeral(index + 1)}章　${title}`,
  id: `c${index + 1}`,
  articles: regulation.filter((article) => article.chapter === title),
}))

/** The whole Regulation, each article at an address of its own (#a33), for the citations of other pages. */
export function RegulationPage({ frame }: { frame: Frame }) {
  const title = '中华人民共和国政府信息公开条例'
  return (
    <Page
      frame={frame}
      section="rules"
      title={title}
      meta={{ level: 'list', column: columnOf('rules') }}
      trail={[{ label: '政府信息公开制度', address: '/rules' }]}
    >
      <div class="document regulation">
        <h1 class="document-title">{title}</h1>
        <p class="centre quiet">2019年4月3日国务院令第711号修订公布，2019年5月15日起施行</p>
        <nav aria-label="各章">
          <ul>
            {chapters.map((chapter) => (
              <li key={chapter.id}>
                <a href={`#${chapter.id}`}>{chapter.title}</a>
              </li>
            ))}
          </ul>
        </nav>
        {chapters.map((chapter) => (
          <section key={chapter.id} aria-labelledby={chapter.id}>
            <h2 id={chapter.id}>{chapter.title}</h2>
            {chapter.articles.map((article) => (
              <ArticleText key={article.number} article={article} />
            ))}
          </section>
        ))}
      </div>
    </Page>
  )
}

function ArticleText({ article }: { article: Article }) {
  const [first, ...rest] = article.paragraphs
  return (
    <div id={`a${article.number}`}>
      <p>
        <strong>{citeInChinese({ article: article.number, quote: '' })}</strong>　{first?.text}
      </p>
      {first?.items.map((item) => (
        <p key={item}>{item}</p>
      ))}
      {rest.flatMap((paragraph) =>
        [paragraph.text, ...paragraph.items].map((words) => <p key={words}>{words}</p>),
      )}
    </div>
  )
}
