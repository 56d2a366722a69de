import type { Message } from '../source.ts';

/** A question that is asked of every store. */
export interface View {
  name: string;
  title: Message;
  sql: string;
}

/** Letters of a pattern, large or small: `lower` knows only ASCII in some databases. */
const anyCase = (pattern: string): string =>
  pattern.replace(/\p{L}/gu, (letter) => `[${letter}${letter.toUpperCase()}]`);

const petitions = anyCase('khiếu nại|tố cáo|kiến nghị|phản ánh|tiếp công dân|tiếp dân|đơn thư|(^| )đơn($|,)');

/**
 * Ready-made views on the tables, in what SQL DuckDB and PostgreSQL have in common; to match a pattern each has an
 * operator of its own, to replace it both have the same function.
 */
export const views: View[] = [
  {
    name: 'petitions',
    title: {
      vi: 'số liệu tiếp công dân, đơn thư theo cơ quan và năm (số tổng, không phải số thành phần)',
      en: 'figures on reception of citizens and petitions by issuer and year (wholes, not their parts)',
    },
    sql: `select d.issuer, coalesce(d.year, extract(year from d.period_to)::bigint) as year, f.label, m.value, m."of", m.unit, d.path, f.line
from measures m
join figures f on f.document = m.document and f.id = m.figure
join documents d on d.path = m.document
left join sections s on s.document = f.document and s.id = f.section
where f.parent is null and m.kind = 'count'
  and regexp_replace(concat_ws(' ', f.label, s.title, m.unit), '${petitions}', '')
    <> concat_ws(' ', f.label, s.title, m.unit)
order by d.issuer, year, d.path, f.line`,
  },
  {
    name: 'most_cited',
    title: { vi: 'văn bản được dẫn nhiều nhất', en: 'documents that are cited most' },
    sql: `select type, coalesce(code, name) as document, date, mode() within group (order by issuer) as issuer,
  count(distinct document) as reports, sum(mentions)::bigint as mentions
from cited_documents
where coalesce(code, name) is not null
group by type, coalesce(code, name), date
order by reports desc, mentions desc, document`,
  },
  {
    name: 'open_findings',
    title: { vi: 'cảnh báo và lỗi trong các báo cáo', en: 'warnings and errors in the reports' },
    sql: `select d.issuer, d.path, g.line, g.rule, g.message
from diagnostics g
join documents d on d.path = g.document
where g.severity <> 'info'
order by d.path, g.finding`,
  },
];
