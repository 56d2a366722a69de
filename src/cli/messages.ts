import type { Language } from '../document.ts';
import type { Message } from '../source.ts';

/** Every sentence of the command, in both languages. */
export const messages = {
  // help
  about: {
    vi: 'Đọc báo cáo hành chính tiếng Việt thành dữ liệu có cấu trúc: đề mục, số liệu, văn bản dẫn chiếu.',
    en: 'Turns Vietnamese administrative reports into structured data: sections, figures, cited documents.',
  },
  usage: { vi: 'Cách dùng:', en: 'Usage:' },
  arguments: { vi: 'Tham số:', en: 'Arguments:' },
  options: { vi: 'Tùy chọn:', en: 'Options:' },
  globalOptions: { vi: 'Tùy chọn chung:', en: 'Global options:' },
  commands: { vi: 'Lệnh:', en: 'Commands:' },
  parse: {
    vi: 'đọc báo cáo .docx, .doc, .rtf, .odt, .html, .pdf, .txt, .md, bản quét .pdf, .png, .jpg, .tif (cần OCR), tệp nén .zip',
    en: 'read reports: .docx, .doc, .rtf, .odt, .html, .pdf, .txt, .md, scans in .pdf, .png, .jpg, .tif (with OCR), and .zip archives of them',
  },
  check: {
    vi: 'tìm chỗ báo cáo mâu thuẫn với chính nó: tỷ lệ, tổng, số thứ tự, ngày tháng…',
    en: 'find where reports contradict themselves: percentages, sums, numbering, dates, …',
  },
  batch: {
    vi: 'đọc cả thư mục, kho tệp; dừng lúc nào cũng được, chạy lại thì làm tiếp',
    en: 'convert folders and archives of reports; when interrupted, the same command goes on',
  },
  export: {
    vi: 'chuyển kết quả của dvcq batch sang dạng khác',
    en: 'turn the results of dvcq batch into another kind',
  },
  exportStore: {
    vi: 'tệp .jsonl, .jsonl.gz, .duckdb, thư mục tệp JSON, hoặc postgres://…',
    en: 'a .jsonl, .jsonl.gz or .duckdb file, a folder of JSON files, or postgres://…',
  },
  exportQuiet: { vi: 'không in gì khi xong', en: 'say nothing when done' },
  exportNotes: {
    vi: 'Ví dụ:\n  dvcq export kho.duckdb -o bang.xlsx\n  dvcq export kho.jsonl -o bang --to csv',
    en: 'Examples:\n  dvcq export store.duckdb -o tables.xlsx\n  dvcq export store.jsonl -o tables --to csv',
  },
  exported: {
    vi: '{0} văn bản; {1} số liệu, {2} văn bản dẫn chiếu; {3} không đọc được → {4}',
    en: '{0} documents; {1} figures, {2} references; {3} not read → {4}',
  },
  onlyTables: {
    vi: 'chỉ có các bảng, không còn báo cáo đầy đủ; hãy chuyển từ .jsonl, thư mục JSON hoặc .duckdb',
    en: 'holds tables only, not the whole reports; export from a .jsonl, a folder of JSON or a .duckdb',
  },
  noReports: {
    vi: 'không phải kết quả của dvcq batch (.jsonl, thư mục JSON, .duckdb hoặc PostgreSQL), hoặc đã hỏng',
    en: 'is no result of dvcq batch (.jsonl, a folder of JSON, a .duckdb or PostgreSQL), or is damaged',
  },
  query: { vi: 'hỏi kết quả của dvcq batch bằng SQL', en: 'ask the results of dvcq batch in SQL' },
  queryStore: {
    vi: 'tệp .duckdb, .jsonl, .jsonl.gz, thư mục CSV, Parquet, JSON, hoặc postgres://…',
    en: 'a .duckdb, .jsonl or .jsonl.gz file, a folder of CSV, Parquet or JSON, or postgres://…',
  },
  querySql: {
    vi: 'câu SQL, hoặc tên bảng; nếu không có: liệt kê các bảng',
    en: 'a query, or the name of a table; without it, the tables are listed',
  },
  queryJson: { vi: 'in JSON (mỗi hàng một dòng)', en: 'print JSON (one line a row)' },
  queryCsv: { vi: 'in CSV', en: 'print CSV' },
  queryNotes: {
    vi: 'Ví dụ:\n  dvcq query kho.duckdb petitions\n  dvcq query kho.duckdb "select unit, count(*) from measures group by all" --csv',
    en: 'Examples:\n  dvcq query store.duckdb petitions\n  dvcq query store.duckdb "select unit, count(*) from measures group by all" --csv',
  },
  queryTables: { vi: 'Các bảng:', en: 'Tables:' },
  queryViews: { vi: 'Các bảng tổng hợp sẵn:', en: 'Ready-made views:' },
  noStore: {
    vi: 'không phải kết quả của dvcq batch (.duckdb, .jsonl, thư mục CSV, Parquet hoặc JSON, PostgreSQL), hoặc đã hỏng',
    en: 'is no result of dvcq batch (.duckdb, .jsonl, a folder of CSV, Parquet or JSON, PostgreSQL), or is damaged',
  },
  batchPaths: {
    vi: 'tệp, thư mục (cả bên trong), mẫu tên; “-”: danh sách tệp từ đầu vào chuẩn',
    en: 'files, folders (and all below), patterns; "-": a list of files from standard input',
  },
  batchOutput: {
    vi: 'nơi ghi kết quả: .xlsx (Excel), .duckdb (cơ sở dữ liệu), .jsonl, .jsonl.gz, postgres://… (máy chủ PostgreSQL), hoặc thư mục (tệp JSON; với --to: CSV, Parquet)',
    en: 'where results go: .xlsx, a .duckdb database, .jsonl, .jsonl.gz, a PostgreSQL database (postgres://…), or a folder (of JSON files; with --to, CSV or Parquet)',
  },
  batchTo: {
    vi: 'dạng kết quả: {0} (mặc định: theo đuôi của -o)',
    en: 'kind of output: {0} (default: told by the ending of -o)',
  },
  batchJobs: {
    vi: 'số tiến trình chạy song song (mặc định: số lõi của máy)',
    en: 'processes at a time (default: one for each core)',
  },
  batchForce: { vi: 'đọc lại tất cả, kể cả tệp không đổi', en: 'read everything afresh, unchanged files too' },
  batchNull: { vi: 'danh sách từ đầu vào chuẩn phân cách bằng ký tự NUL', en: 'names on standard input end with NUL' },
  batchQuiet: { vi: 'chỉ báo tệp không đọc được', en: 'say only which files could not be read' },
  batchLog: {
    vi: 'dạng thông báo: text (để đọc), json (mỗi dòng một sự kiện)',
    en: 'messages as text or json (one event a line)',
  },
  batchNotes: {
    vi: 'Cạnh kết quả: danh sách tệp không đọc được (failures.jsonl), bảng tổng hợp (summary.json) và thư mục .dvcq giữ phần đã đọc.\nMã thoát: 0 xong; 2 sai cách dùng; 3 có tệp không đọc được hoặc không ghi được; 130 bị ngắt bằng Ctrl-C.',
    en: 'Beside the output: what could not be read (failures.jsonl), counts (summary.json), and a folder .dvcq with what was read so far.\nExit codes: 0 fine; 2 wrong usage; 3 a file could not be read or written; 130 interrupted by Ctrl-C.',
  },
  batchBusy: {
    vi: 'một lệnh dvcq batch khác đang ghi vào đây',
    en: 'another dvcq batch is writing here',
  },
  batchBusyElsewhere: {
    vi: 'trên máy {0}; nếu máy đó không còn chạy, hãy xóa tệp {1}',
    en: 'on {0}; if that machine does so no more, remove {1}',
  },
  batchNothing: { vi: 'không tìm thấy tệp nào', en: 'found no files' },
  batchWaiting: {
    vi: 'mất kết nối với máy chủ; thử lại trong {0} giây',
    en: 'lost the connection to the server; trying again for {0} seconds',
  },
  batchNoAddress: {
    vi: 'không phải địa chỉ cơ sở dữ liệu; dạng đúng: postgres://người-dùng:mật-khẩu@máy-chủ/cơ-sở-dữ-liệu',
    en: 'is no address of a database; as it should be: postgres://user:password@host/database',
  },
  batchPathIsDatabase: {
    vi: 'cơ sở dữ liệu chỉ là nơi ghi kết quả (-o), không phải nơi có báo cáo',
    en: 'a database is a place for results (-o), it holds no reports',
  },
  batchUnknown: {
    vi: 'đuôi của -o không cho biết dạng kết quả; thêm --to (chọn: {0})',
    en: 'the ending of -o does not say what to write; add --to (choices: {0})',
  },
  batchStopped: {
    vi: 'đã dừng sau {0}/{1} tệp; chạy lại đúng lệnh này để làm tiếp',
    en: 'stopped after {0} of {1} files; the same command goes on from here',
  },
  batchStopping: {
    vi: 'đang kết thúc các tệp dở dang; nhấn Ctrl-C lần nữa để dừng ngay',
    en: 'ending the files under way; press Ctrl-C again to stop at once',
  },
  batchProgress: {
    vi: '{0}/{1} tệp, {2} tệp/giây, còn khoảng {3}, {4} không đọc được',
    en: '{0}/{1} files, {2}/s, about {3} left, {4} not read',
  },
  batchWriting: { vi: 'đang ghi kết quả…', en: 'writing the output…' },
  batchDone: {
    vi: '{0} văn bản từ {1} tệp trong {2}; {3} số liệu, {4} văn bản dẫn chiếu; {5} không đọc được → {6}',
    en: '{0} documents from {1} files in {2}; {3} figures, {4} references; {5} not read → {6}',
  },
  notEmpty: { vi: 'thư mục có tệp không do dvcq tạo', en: 'the folder holds files that dvcq did not make' },
  schema: { vi: 'in JSON Schema của kết quả', en: 'print the JSON Schema of the result' },
  doctor: {
    vi: 'xem máy có sẵn những gì, phần còn thiếu sẽ thêm được gì',
    en: 'show what is available, and what each missing piece would add',
  },
  readsAlways: { vi: 'Đọc được: {0}', en: 'Reads: {0}' },
  found: { vi: 'có', en: 'found' },
  missing: { vi: 'thiếu', en: 'missing' },
  toGet: { vi: 'để có: {0}', en: 'to get it: {0}' },
  files: { vi: 'các tệp cần đọc; “-” là đầu vào chuẩn', en: 'files to read; "-" is standard input' },
  json: {
    vi: 'in JSON; nhiều tệp: mỗi tệp một dòng (JSON Lines)',
    en: 'print JSON; several files: one line each (JSON Lines)',
  },
  pretty: { vi: 'in JSON có thụt dòng (chỉ với một tệp)', en: 'print indented JSON (one file only)' },
  output: {
    vi: 'ghi vào tệp này; đuôi .json hoặc .jsonl: ghi JSON',
    en: 'write to this file; .json or .jsonl writes JSON',
  },
  format: {
    vi: 'định dạng đầu vào, tệp trong .zip cũng vậy: txt, md, docx, doc, rtf, odt, html, pdf, png, jpg, tif (mặc định: tự nhận biết)',
    en: 'input format, also of files in a .zip: txt, md, docx, doc, rtf, odt, html, pdf, png, jpg, tif (default: told by the content)',
  },
  noText: { vi: 'để trống trường "text" trong JSON', en: 'leave the field "text" of the JSON null' },
  strict: { vi: 'mã thoát 1 nếu có cảnh báo hoặc lỗi', en: 'exit 1 if there is any warning or error' },
  encoding: {
    vi: 'bảng mã của tệp văn bản: utf-8, utf-16le, utf-16be, windows-1258, tcvn3, tcvn5712, vni, viscii, vps (mặc định: tự nhận biết)',
    en: 'encoding of text files: utf-8, utf-16le, utf-16be, windows-1258, tcvn3, tcvn5712, vni, viscii, vps (default: told by the content)',
  },
  ocr: {
    vi: 'nhận dạng chữ trong ảnh: auto (trang không có chữ), off, force (mọi trang PDF) (mặc định: auto)',
    en: 'OCR: auto (pages without text), off, force (every PDF page) (default: auto)',
  },
  ocrPage: { vi: '{0}: OCR trang {1}/{2}', en: '{0}: OCR page {1}/{2}' },
  maxBytes: {
    vi: 'dung lượng lớn nhất của mỗi tệp, cả tệp trong .zip, ví dụ 500K, 2G (mặc định: 64M)',
    en: 'largest size of a file, also of one in a .zip, e.g. 500K, 2G (default: 64M)',
  },
  timeout: {
    vi: 'số giây tối đa để đọc mỗi tài liệu (mặc định: 120)',
    en: 'seconds in which each document must be read (default: 120)',
  },
  lang: {
    vi: 'ngôn ngữ: vi, en (mặc định: en nếu máy đặt tiếng Anh, ngoài ra là vi)',
    en: 'language: vi, en (default: en where the locale is English, else vi)',
  },
  checkJson: { vi: 'in JSON (như --format json)', en: 'print JSON (the same as --format json)' },
  checkFormat: {
    vi: 'dạng kết quả: pretty (để đọc), json, sarif (SARIF 2.1.0), github (GitHub Actions)',
    en: 'form of the findings: pretty (to read), json, sarif (SARIF 2.1.0), github (GitHub Actions)',
  },
  checkOutput: {
    vi: 'ghi vào tệp này; đuôi .json: ghi JSON, đuôi .sarif: ghi SARIF',
    en: 'write to this file; .json writes JSON, .sarif writes SARIF',
  },
  rule: { vi: 'chỉ áp dụng quy tắc này (dùng được nhiều lần)', en: 'apply only this rule (repeatable)' },
  noRule: { vi: 'không áp dụng quy tắc này (dùng được nhiều lần)', en: 'leave this rule out (repeatable)' },
  config: {
    vi: 'tệp cấu hình (mặc định: dvcq.config.json gần nhất từ thư mục của tệp trở lên)',
    en: "configuration file (default: the nearest dvcq.config.json from the file's folder upwards)",
  },
  quiet: { vi: 'chỉ hiện lỗi và cảnh báo, không hiện lưu ý', en: 'show only errors and warnings, no notes' },
  checkNotes: {
    vi: `
Bỏ qua một phát hiện trong .txt, .md: ghi một dòng ngay trước đoạn đó
  <!-- dvcq-ignore percent-mismatch: lý do -->
Với tệp khác: mục "suppress" trong dvcq.config.json. Luôn phải ghi lý do.
Danh sách quy tắc: docs/rules.vi.md.

Mã thoát: 0 không có cảnh báo; 1 có cảnh báo hoặc lỗi; 2 sai cách dùng; 3 có tệp không đọc hoặc không ghi được.

Ví dụ:
  dvcq check bao-cao.docx
  dvcq check *.docx --no-rule number-format
  dvcq check bao-cao/*.txt --format sarif -o dvcq.sarif

In English: --lang en`,
    en: `
To silence a finding in .txt or .md, write a line right before its paragraph
  <!-- dvcq-ignore percent-mismatch: reason -->
For other files use "suppress" in dvcq.config.json. A reason is always needed.
All rules: docs/rules.md.

Exit codes: 0 no warnings; 1 warnings or errors; 2 wrong usage; 3 a file could not be read or written.

Examples:
  dvcq check report.docx
  dvcq check *.docx --no-rule number-format
  dvcq check reports/*.txt --format sarif -o dvcq.sarif

Bằng tiếng Việt: --lang vi`,
  },
  help: { vi: 'xem trợ giúp', en: 'show help' },
  helpCommand: { vi: 'xem trợ giúp của một lệnh', en: 'show help for a command' },
  version: { vi: 'xem phiên bản', en: 'show the version' },
  notes: {
    vi: `
Không có --json: in bản tóm tắt để đọc (có màu khi ra màn hình; theo NO_COLOR, FORCE_COLOR).
Với --json: một dòng khi chuyển sang lệnh khác hoặc ghi tệp, có thụt dòng khi ra màn hình.
Dữ liệu ra đầu ra chuẩn, thông báo ra đầu ra lỗi.

Mã thoát: 0 tốt; 1 có cảnh báo (--strict); 2 sai cách dùng; 3 có tệp không đọc hoặc không ghi được.`,
    en: `
Without --json: a summary to read (coloured on a terminal; NO_COLOR and FORCE_COLOR are respected).
With --json: one line when piped or written to a file, indented on a terminal.
Data goes to standard output, messages to standard error.

Exit codes: 0 fine; 1 findings under --strict; 2 wrong usage; 3 a file could not be read or written.`,
  },
  examples: {
    vi: `
Ví dụ:
  dvcq parse bao-cao.docx
  dvcq parse bao-cao.pdf --pretty -o bao-cao.json
  dvcq parse *.docx --json > bao-cao.jsonl
  cat bao-cao.txt | dvcq parse - --json

In English: --lang en`,
    en: `
Examples:
  dvcq parse report.docx
  dvcq parse report.pdf --pretty -o report.json
  dvcq parse *.docx --json > reports.jsonl
  cat report.txt | dvcq parse - --json

Bằng tiếng Việt: --lang vi`,
  },

  // wrong usage; {0} is what was typed
  unknownOption: { vi: 'không có tùy chọn {0}', en: 'unknown option {0}' },
  unknownCommand: {
    vi: 'không có lệnh {0}; để đọc tệp: dvcq parse TỆP',
    en: 'unknown command {0}; to read a file: dvcq parse FILE',
  },
  missingOption: { vi: 'thiếu tùy chọn {0}', en: 'the option {0} is missing' },
  missingFiles: {
    vi: 'thiếu tên tệp; “-” là đầu vào chuẩn',
    en: 'no file given; "-" is standard input',
  },
  missingValue: { vi: 'tùy chọn {0} thiếu giá trị', en: 'option {0} needs a value' },
  invalidValue: {
    vi: 'tùy chọn {0} không nhận giá trị {1}; chỉ nhận: {2}',
    en: 'option {0} does not take {1}; it takes: {2}',
  },
  tooMany: { vi: 'thừa tham số', en: 'too many arguments' },
  didYouMean: { vi: 'có phải ý bạn là {0}?', en: 'did you mean {0}?' },
  prettyMany: {
    vi: '--pretty chỉ dùng với một tệp; nhiều tệp thì ra JSON Lines',
    en: '--pretty is for one file; several files give JSON Lines',
  },
  unknownRule: { vi: 'không có quy tắc {0}', en: 'unknown rule {0}' },
  useInputFormat: { vi: 'định dạng đầu vào: --input-format {0}', en: 'for the input: --input-format {0}' },
  jsonAndFormat: { vi: '--json không dùng cùng --format {0}', en: '--json does not go with --format {0}' },
  stdinTwice: { vi: 'đầu vào chuẩn “-” chỉ đọc được một lần', en: 'standard input "-" can be read only once' },
  outputIsInput: {
    vi: 'tệp ghi ra {0} cũng là tệp đầu vào',
    en: 'the output file {0} is also an input file',
  },
  seeHelp: { vi: 'xem: dvcq --help', en: 'see: dvcq --help' },

  // files
  stdin: { vi: '(đầu vào chuẩn)', en: '(standard input)' },
  stdout: { vi: '(đầu ra chuẩn)', en: '(standard output)' },
  tooLargeForExcel: {
    vi: 'lớn hơn mức một tệp .xlsx chứa được; hãy dùng .duckdb hoặc --to csv',
    en: 'more than an .xlsx file can hold; take .duckdb or --to csv',
  },
  unaskable: { vi: 'không hỏi được ({0})', en: 'cannot be asked ({0})' },
  unwritable: { vi: 'không ghi được ({0})', en: 'cannot be written ({0})' },
  unexpected: {
    vi: 'lỗi ngoài dự kiến: {0}; xin báo cho nhóm phát triển dvcq kèm tệp này',
    en: 'unexpected error: {0}; please report it to the developers of dvcq with this file',
  },
  noPermission: { vi: 'không có quyền ghi', en: 'permission denied' },
  readOnly: { vi: 'ổ đĩa chỉ cho đọc', en: 'read-only file system' },
  noSpace: { vi: 'ổ đĩa đã đầy', en: 'no space left' },
  inUse: { vi: 'chương trình khác đang ghi vào đây', en: 'another program is writing to it' },
  noFolder: { vi: 'không có thư mục này', en: 'no such folder' },
  noServer: { vi: 'không có máy chủ PostgreSQL ở địa chỉ này', en: 'no PostgreSQL server there' },
  noHost: { vi: 'không tìm thấy máy chủ có tên này', en: 'no host of that name' },
  noAnswer: { vi: 'máy chủ không trả lời', en: 'the server does not answer' },
  wrongPassword: { vi: 'sai tên người dùng hoặc mật khẩu', en: 'wrong user or password' },
  noPassword: {
    vi: 'thiếu mật khẩu: ghi trong địa chỉ, PGPASSWORD hoặc ~/.pgpass',
    en: 'the password is missing: in the address, PGPASSWORD or ~/.pgpass',
  },
  noTls: { vi: 'máy chủ không dùng TLS, mà sslmode yêu cầu', en: 'the server has no TLS, which sslmode asks for' },
  noTrust: {
    vi: 'chứng chỉ TLS của máy chủ không được tin cậy; xem sslmode, sslrootcert',
    en: 'the TLS certificate of the server is not trusted; see sslmode, sslrootcert',
  },
  notAdmitted: { vi: 'máy chủ không cho người dùng này kết nối', en: 'the server does not admit this user' },
  noDatabase: { vi: 'không có cơ sở dữ liệu này', en: 'no such database' },
  noRight: { vi: 'người dùng này không có quyền', en: 'this user lacks the permission' },
  readOnlyServer: { vi: 'cơ sở dữ liệu chỉ cho đọc', en: 'the database is read-only' },
  tooManyConnections: { vi: 'máy chủ đã đủ số kết nối', en: 'the server has too many connections' },
  serverStarting: { vi: 'máy chủ đang khởi động hoặc đang tắt', en: 'the server is starting or shutting down' },
  connectionLost: {
    vi: 'mất kết nối; chạy lại đúng lệnh này để làm tiếp',
    en: 'the connection was lost; the same command goes on from here',
  },
  newerSchema: {
    vi: 'cấu trúc do bản dvcq mới hơn tạo ra; hãy nâng cấp dvcq',
    en: 'its tables were made by a newer dvcq; upgrade dvcq',
  },
  notUtf8: { vi: 'cơ sở dữ liệu không dùng UTF-8', en: 'the database is not in UTF-8' },
  isFolder: { vi: 'là thư mục', en: 'is a folder' },
  noFile: { vi: 'không có tệp này', en: 'no such file' },
  configUnreadable: { vi: 'không đọc được tệp cấu hình ({0})', en: 'the configuration cannot be read ({0})' },
  configNoJson: { vi: 'không phải JSON hợp lệ ({0})', en: 'is not valid JSON ({0})' },
  configUnknownKey: { vi: 'không có khóa này', en: 'no such key' },
  configMissing: { vi: 'thiếu hoặc để trống', en: 'is missing or empty' },
  configNoReason: {
    vi: 'thiếu lý do; mục bỏ qua nào cũng phải ghi lý do',
    en: 'is missing; every suppression needs a reason',
  },
  warning: { vi: 'cảnh báo', en: 'warning' },
  error: { vi: 'lỗi', en: 'error' },
} satisfies Record<string, Message>;

/** What puts a sentence into words: its key, then what `{0}`, `{1}` … stand for. */
export type Say = (key: keyof typeof messages, ...values: string[]) => string;

/** The sentences of one language. */
export const speak =
  (language: Language): Say =>
  (key, ...values) =>
    messages[key][language].replace(/\{(\d)\}/g, (_, n) => values[n] ?? '');
