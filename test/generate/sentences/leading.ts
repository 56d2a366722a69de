/** What was issued and spread: mostly documents. */
export const leading = `
{me} đã ban hành [ref state]; <chỉ đạo|yêu cầu|giao> {subs} tổ chức thực hiện nghiêm túc.
Thực hiện [ref], {me} đã xây dựng kế hoạch triển khai đến {subs}.
Căn cứ [law] và [ref state], {me} đã <rà soát|sửa đổi|bổ sung> quy chế làm việc.
Tổ chức quán triệt [refs] đến toàn thể cán bộ, công chức, người lao động.
Triển khai [ref party] và [law], {me} đã tổ chức [n 2-30 hội nghị] với [n 120-4500 lượt người] tham dự.
{me} đã tham mưu ban hành [n 3-40 văn bản] <chỉ đạo, điều hành|hướng dẫn nghiệp vụ>, trong đó có [ref state].
Trong {period}, {me} đã ban hành [cut:t 20-160 3 văn bản], gồm: [part:t kế hoạch], [part:t công văn] và [part:t quyết định].
Tiếp tục thực hiện [law], [law] và các văn bản hướng dẫn thi hành.
Công tác chỉ đạo được thực hiện theo [ref]; hằng quý có sơ kết, đánh giá.
{me} đã kiện toàn Ban Chỉ đạo theo [ref state], phân công từng thành viên phụ trách địa bàn.
Phối hợp với Mặt trận Tổ quốc và các đoàn thể ký kết [n 2-12 chương trình phối hợp], ban hành [n 1-9 kế hoạch liên tịch].
Việc lấy ý kiến Nhân dân đối với dự thảo văn bản được thực hiện theo quy định tại khoản 2 Điều 5 [law].
Đã tổ chức [n 2-20 lớp] tập huấn cho [n 60-1900 cán bộ, công chức] theo [ref state].
Tuyên truyền [law] trên hệ thống truyền thanh được [n 20-900 lượt], phát [about 300-9000 tờ rơi].
Thực hiện sự chỉ đạo tại [ref state], {me} đã phân công đồng chí Phó Chủ tịch phụ trách.
Sau khi có [ref party], cấp ủy, chính quyền {subs} đã cụ thể hóa bằng chương trình hành động.
{me} đã gửi [ref state] để <xin ý kiến|báo cáo|đề nghị xem xét>.
Các nội dung nêu tại [refs] đã được cụ thể hóa phù hợp với tình hình {area}.
Đã có [of:a 9-160 cơ quan, đơn vị] ban hành kế hoạch thực hiện, đạt tỷ lệ [reached:a].
Ban hành [ref state dated], [ref state dated] làm cơ sở tổ chức thực hiện trong {period}.
Ngay từ đầu năm, {me} đã cụ thể hóa [ref party] thành [n 4-15 nhiệm vụ] và [n 6-30 giải pháp].
Việc kiểm tra theo [ref state] được tiến hành tại [of 8-40 đơn vị], qua đó chấn chỉnh [n 2-9 đơn vị] chậm báo cáo.
Chỉ đạo {subs} niêm yết công khai [n 30-280 thủ tục hành chính] theo [ref state].
{me} tiếp tục duy trì nền nếp giao ban hằng tháng với {subs} để kịp thời tháo gỡ khó khăn.
Công tác tuyên truyền được đổi mới; [all 8-120 thôn, tổ dân phố] có hệ thống loa truyền thanh.
Đã sao gửi [ref party] đến [n 12-90 chi bộ] trực thuộc.
Tại [ref state], {up} giao {me} hoàn thành trước ngày 30/11/{year}.
Hội nghị quán triệt [law] được tổ chức trực tiếp kết hợp trực tuyến tới [n 5-90 điểm cầu] với [about 200-5000 đại biểu].
`;
