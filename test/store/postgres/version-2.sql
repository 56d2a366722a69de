create table "documents" (
  "path" text collate "C",
  "sha256" text,
  "format" text,
  "bytes" bigint,
  "pages" bigint,
  "ocr" boolean,
  "type" text,
  "parent_issuer" text,
  "issuer" text,
  "number" text,
  "symbol" text,
  "place" text,
  "day" bigint,
  "month" bigint,
  "year" bigint,
  "title" text,
  "addressee" text,
  "period" text,
  "period_from" date,
  "period_to" date,
  "signer" text,
  "position" text,
  primary key ("path"),
  unique (sha256, format)
);
create table "sections" (
  "document" text collate "C",
  "id" text collate "C",
  "parent" text collate "C",
  "marker" text,
  "scheme" text,
  "level" bigint,
  "title" text,
  "line" bigint,
  "page" bigint,
  "start" bigint,
  "end" bigint,
  primary key ("document", "id"),
  foreign key ("document") references documents ("path") on delete cascade on update cascade
);
create table "figures" (
  "document" text collate "C",
  "id" text collate "C",
  "section" text collate "C",
  "label" text,
  "parent" text collate "C",
  "text" text,
  "line" bigint,
  "page" bigint,
  "start" bigint,
  "end" bigint,
  primary key ("document", "id"),
  foreign key ("document") references documents ("path") on delete cascade on update cascade
);
create table "measures" (
  "document" text collate "C",
  "figure" text collate "C",
  "measure" bigint,
  "kind" text,
  "value" double precision,
  "of" double precision,
  "to" double precision,
  "unit" text,
  "approx" text,
  "change" text,
  "text" text,
  "start" bigint,
  "end" bigint,
  primary key ("document", "figure", "measure"),
  foreign key ("document") references documents ("path") on delete cascade on update cascade
);
create table "references" (
  "document" text collate "C",
  "id" text collate "C",
  "section" text collate "C",
  "cited" text collate "C",
  "type" text,
  "number" text,
  "year_of_number" bigint,
  "symbol" text,
  "code" text,
  "name" text,
  "date" date,
  "issuer" text,
  "subject" text,
  "repaired" boolean,
  "text" text,
  "line" bigint,
  "page" bigint,
  "start" bigint,
  "end" bigint,
  primary key ("document", "id"),
  foreign key ("document") references documents ("path") on delete cascade on update cascade
);
create table "cited_documents" (
  "document" text collate "C",
  "id" text collate "C",
  "type" text,
  "code" text,
  "name" text,
  "date" date,
  "issuer" text,
  "subject" text,
  "mentions" bigint,
  primary key ("document", "id"),
  foreign key ("document") references documents ("path") on delete cascade on update cascade
);
create table "indicators" (
  "document" text collate "C",
  "code" text collate "C",
  "value" double precision,
  "of" double precision,
  "unit" text,
  "figure" text collate "C",
  "measure" bigint,
  primary key ("document", "code", "figure", "measure"),
  foreign key ("document") references documents ("path") on delete cascade on update cascade
);
create table "diagnostics" (
  "document" text collate "C",
  "finding" bigint,
  "rule" text,
  "severity" text,
  "message" text,
  "line" bigint,
  "page" bigint,
  "start" bigint,
  "end" bigint,
  primary key ("document", "finding"),
  foreign key ("document") references documents ("path") on delete cascade on update cascade
);
create table "failures" (
  "path" text collate "C",
  "cause_vi" text,
  "cause_en" text,
  primary key ("path")
);
create table places (
  path text collate "C" primary key,
  sha256 text not null,
  format text not null,
  foreign key (sha256, format) references documents (sha256, format) deferrable initially deferred
);
create index places_of_content on places (sha256, format, path);
comment on table places is 'Mọi nơi có văn bản (every path at which a document was found)';
comment on table "documents" is 'Văn bản (the reports)';
comment on column "documents"."path" is 'Tệp (where it was found)';
comment on column "documents"."sha256" is 'Mã băm (digest of its content)';
comment on column "documents"."format" is 'Định dạng (format of the file)';
comment on column "documents"."bytes" is 'Dung lượng (size of the file)';
comment on column "documents"."pages" is 'Số trang (pages, where the format has them)';
comment on column "documents"."ocr" is 'Nhận dạng chữ (whether any of it was read by OCR)';
comment on column "documents"."type" is 'Loại (type of document)';
comment on column "documents"."parent_issuer" is 'Cơ quan chủ quản (body above the issuer)';
comment on column "documents"."issuer" is 'Cơ quan ban hành (issuer)';
comment on column "documents"."number" is 'Số (number)';
comment on column "documents"."symbol" is 'Ký hiệu (symbol)';
comment on column "documents"."place" is 'Địa danh (place)';
comment on column "documents"."day" is 'Ngày (day of issue)';
comment on column "documents"."month" is 'Tháng (month of issue)';
comment on column "documents"."year" is 'Năm (year of issue)';
comment on column "documents"."title" is 'Trích yếu (title)';
comment on column "documents"."addressee" is 'Kính gửi (addressee)';
comment on column "documents"."period" is 'Kỳ báo cáo (what it covers, as printed)';
comment on column "documents"."period_from" is 'Từ ngày (first day of that)';
comment on column "documents"."period_to" is 'Đến ngày (last day of that)';
comment on column "documents"."signer" is 'Người ký (who signed)';
comment on column "documents"."position" is 'Chức vụ (position of who signed)';
comment on table "sections" is 'Đề mục (sections)';
comment on column "sections"."document" is 'Tệp (path of the document)';
comment on column "sections"."id" is 'Mã đề mục (id)';
comment on column "sections"."parent" is 'Đề mục trên (section above) → sections (document, id)';
comment on column "sections"."marker" is 'Số thứ tự (marker as printed)';
comment on column "sections"."scheme" is 'Kiểu đánh số (scheme of the marker)';
comment on column "sections"."level" is 'Cấp (depth, from 1)';
comment on column "sections"."title" is 'Tiêu đề (title)';
comment on column "sections"."line" is 'Dòng (line of the text, from 1)';
comment on column "sections"."page" is 'Trang (page, from 1)';
comment on column "sections"."start" is 'Từ ký tự (offset of the first character, in UTF-16 units of the text)';
comment on column "sections"."end" is 'Đến ký tự (offset behind the last character)';
comment on table "figures" is 'Số liệu (figures)';
comment on column "figures"."document" is 'Tệp (path of the document)';
comment on column "figures"."id" is 'Mã số liệu (id)';
comment on column "figures"."section" is 'Đề mục (id of the section it stands in) → sections (document, id)';
comment on column "figures"."label" is 'Nội dung (what is counted)';
comment on column "figures"."parent" is 'Thuộc số liệu (figure it is a part of) → figures (document, id)';
comment on column "figures"."text" is 'Nguyên văn (as printed)';
comment on column "figures"."line" is 'Dòng (line of the text, from 1)';
comment on column "figures"."page" is 'Trang (page, from 1)';
comment on column "figures"."start" is 'Từ ký tự (offset of the first character, in UTF-16 units of the text)';
comment on column "figures"."end" is 'Đến ký tự (offset behind the last character)';
comment on table "measures" is 'Giá trị (the measures of figures)';
comment on column "measures"."document" is 'Tệp (path of the document)';
comment on column "measures"."figure" is 'Mã số liệu (figure) → figures (document, id)';
comment on column "measures"."measure" is 'Thứ tự (place in the figure, from 0)';
comment on column "measures"."kind" is 'Loại (count, percent, money, …)';
comment on column "measures"."value" is 'Giá trị (value, scaled: đồng for money)';
comment on column "measures"."of" is 'Trên tổng (the whole of x/y)';
comment on column "measures"."to" is 'Đến (upper end of a range)';
comment on column "measures"."unit" is 'Đơn vị (unit, printed or implied)';
comment on column "measures"."approx" is 'Ước lượng (> more than, < less than, ~ about)';
comment on column "measures"."change" is 'Tăng giảm (increase, decrease, compared, achieved)';
comment on column "measures"."text" is 'Nguyên văn (as printed)';
comment on column "measures"."start" is 'Từ ký tự (offset of the first character, in UTF-16 units of the text)';
comment on column "measures"."end" is 'Đến ký tự (offset behind the last character)';
comment on table "references" is 'Dẫn chiếu (mentions of documents)';
comment on column "references"."document" is 'Tệp (path of the document)';
comment on column "references"."id" is 'Mã dẫn chiếu (id)';
comment on column "references"."section" is 'Đề mục (id of the section it stands in) → sections (document, id)';
comment on column "references"."cited" is 'Văn bản được dẫn (document that is cited) → cited_documents (document, id)';
comment on column "references"."type" is 'Loại (type)';
comment on column "references"."number" is 'Số (number)';
comment on column "references"."year_of_number" is 'Năm trong số (year inside the number)';
comment on column "references"."symbol" is 'Ký hiệu (symbol)';
comment on column "references"."code" is 'Số ký hiệu (number and symbol)';
comment on column "references"."name" is 'Tên (name of a law or code)';
comment on column "references"."date" is 'Ngày ban hành (date of issue)';
comment on column "references"."issuer" is 'Cơ quan ban hành (issuer)';
comment on column "references"."subject" is 'Về việc (subject)';
comment on column "references"."repaired" is 'Đã sửa (whether a slip was mended)';
comment on column "references"."text" is 'Nguyên văn (as printed)';
comment on column "references"."line" is 'Dòng (line of the text, from 1)';
comment on column "references"."page" is 'Trang (page, from 1)';
comment on column "references"."start" is 'Từ ký tự (offset of the first character, in UTF-16 units of the text)';
comment on column "references"."end" is 'Đến ký tự (offset behind the last character)';
comment on table "cited_documents" is 'Văn bản được dẫn (documents that are cited)';
comment on column "cited_documents"."document" is 'Tệp (path of the document)';
comment on column "cited_documents"."id" is 'Mã (id)';
comment on column "cited_documents"."type" is 'Loại (type)';
comment on column "cited_documents"."code" is 'Số ký hiệu (number and symbol)';
comment on column "cited_documents"."name" is 'Tên (name of a law or code)';
comment on column "cited_documents"."date" is 'Ngày ban hành (date of issue)';
comment on column "cited_documents"."issuer" is 'Cơ quan ban hành (issuer)';
comment on column "cited_documents"."subject" is 'Về việc (subject)';
comment on column "cited_documents"."mentions" is 'Số lần dẫn (how often it is mentioned)';
comment on table "indicators" is 'Chỉ tiêu (indicators of official forms)';
comment on column "indicators"."document" is 'Tệp (path of the document)';
comment on column "indicators"."code" is 'Mã chỉ tiêu (code)';
comment on column "indicators"."value" is 'Giá trị (value)';
comment on column "indicators"."of" is 'Trên tổng (the whole of x/y)';
comment on column "indicators"."unit" is 'Đơn vị (unit)';
comment on column "indicators"."figure" is 'Mã số liệu (figure it was read from) → figures (document, id)';
comment on column "indicators"."measure" is 'Thứ tự (measure of that figure, from 0)';
comment on table "diagnostics" is 'Phát hiện (findings)';
comment on column "diagnostics"."document" is 'Tệp (path of the document)';
comment on column "diagnostics"."finding" is 'Thứ tự (place among the findings, from 0)';
comment on column "diagnostics"."rule" is 'Quy tắc (rule)';
comment on column "diagnostics"."severity" is 'Mức độ (error, warning, info)';
comment on column "diagnostics"."message" is 'Nội dung (message)';
comment on column "diagnostics"."line" is 'Dòng (line of the text, from 1)';
comment on column "diagnostics"."page" is 'Trang (page, from 1)';
comment on column "diagnostics"."start" is 'Từ ký tự (offset of the first character, in UTF-16 units of the text)';
comment on column "diagnostics"."end" is 'Đến ký tự (offset behind the last character)';
comment on table "failures" is 'Không đọc được (what could not be read)';
comment on column "failures"."path" is 'Tệp (where it was found)';
comment on column "failures"."cause_vi" is 'Nguyên nhân (cause, in Vietnamese)';
comment on column "failures"."cause_en" is 'Nguyên nhân (tiếng Anh) (cause, in English)';
drop view if exists "petitions";
create view "petitions" as select d.issuer, coalesce(d.year, extract(year from d.period_to)::bigint) as year, f.label, m.value, m."of", m.unit, d.path, f.line
from measures m
join figures f on f.document = m.document and f.id = m.figure
join documents d on d.path = m.document
left join sections s on s.document = f.document and s.id = f.section
where f.parent is null and m.kind = 'count'
  and regexp_replace(concat_ws(' ', f.label, s.title, m.unit), '[kK][hH][iI][ếẾ][uU] [nN][ạẠ][iI]|[tT][ốỐ] [cC][áÁ][oO]|[kK][iI][ếẾ][nN] [nN][gG][hH][ịỊ]|[pP][hH][ảẢ][nN] [áÁ][nN][hH]|[tT][iI][ếẾ][pP] [cC][ôÔ][nN][gG] [dD][âÂ][nN]|[tT][iI][ếẾ][pP] [dD][âÂ][nN]|[đĐ][ơƠ][nN] [tT][hH][ưƯ]|(^| )[đĐ][ơƠ][nN]($|,)', '')
    <> concat_ws(' ', f.label, s.title, m.unit)
order by d.issuer, year, d.path, f.line;
comment on view "petitions" is 'số liệu tiếp công dân, đơn thư theo cơ quan và năm (số tổng, không phải số thành phần) (figures on reception of citizens and petitions by issuer and year (wholes, not their parts))';
drop view if exists "most_cited";
create view "most_cited" as select type, coalesce(code, name) as document, date, mode() within group (order by issuer) as issuer,
  count(distinct document) as reports, sum(mentions)::bigint as mentions
from cited_documents
where coalesce(code, name) is not null
group by type, coalesce(code, name), date
order by reports desc, mentions desc, document;
comment on view "most_cited" is 'văn bản được dẫn nhiều nhất (documents that are cited most)';
drop view if exists "open_findings";
create view "open_findings" as select d.issuer, d.path, g.line, g.rule, g.message
from diagnostics g
join documents d on d.path = g.document
where g.severity <> 'info'
order by d.path, g.finding;
comment on view "open_findings" is 'cảnh báo và lỗi trong các báo cáo (warnings and errors in the reports)';
