/** Tiếp công dân, đơn thư: receiving citizens, complaints and denunciations. */
export const petitions = `
Tiếp công dân tại trụ sở: [pair 20-900 lượt/người], <tăng|giảm> so với cùng kỳ năm trước.
Trong {period}, đã tiếp [cut:t 30-900 3 lượt], gồm: // Tiếp thường xuyên: [part:t lượt]. // Tiếp định kỳ của Chủ tịch: [part:t lượt]. // Tiếp đột xuất: [part:t lượt].
Tổng số đơn tiếp nhận là [cut:t 40-900 3 đơn], trong đó: khiếu nại [part:t đơn], tố cáo [part:t đơn], kiến nghị, phản ánh [part:t đơn].
Tiếp nhận [cut:t 40-900 3 đơn]: khiếu nại [bare:t đơn], tố cáo [bare:t đơn], kiến nghị [bare:t đơn].
Tổng số: [pair 100-900 lượt/người] với [n 20-90 vụ việc].
Đã giải quyết [of:a 12-300 vụ việc] thuộc thẩm quyền, đạt [reached:a].
Đơn đủ điều kiện xử lý: [of:a 40-800 đơn], chiếm [pct:a].
Xử lý [pair 40-700 đơn/vụ việc]; chuyển cơ quan có thẩm quyền [n 5-60 đơn], hướng dẫn [n 5-60 đơn].
Lĩnh vực đất đai có [n 20-300 đơn], <tăng|tăng thêm> so với quý trước.
So với cùng kỳ, số lượt tiếp <tăng [up% 2-40]|giảm [down% 2-40]>; số đoàn đông người giảm [down 1-9 đoàn].
Tiếp [n 1-12 đoàn đông người] với [n 12-240 người] liên quan đến bồi thường, tái định cư.
Chủ tịch UBND {area} tiếp định kỳ [n 6-24 buổi], [pair 20-200 lượt/người].
Qua giải quyết đã thu hồi cho Nhà nước [d 300-9000 area m²] đất, trả lại cho công dân [money 20-900 triệu].
Khôi phục quyền lợi cho [n 3-60 công dân], kiến nghị xử lý [n 1-9 cán bộ] vi phạm.
Công tác tiếp dân được thực hiện đúng [law], [ref state].
Ban hành [n 4-60 quyết định] giải quyết khiếu nại; tổ chức thi hành [of:a 5-60 quyết định], đạt [reached:a].
Kết quả phân loại đơn theo thẩm quyền: // Thuộc thẩm quyền: [n 30-400 đơn]. // Không thuộc thẩm quyền: [n 10-200 đơn]. // Đơn nặc danh: [n 2-30 đơn].
Giải quyết khiếu nại: [cut:t 20-200 3 vụ việc], trong đó khiếu nại đúng [part:t vụ việc], khiếu nại sai [part:t vụ việc], đúng một phần [part:t vụ việc].
Số đơn tồn từ kỳ trước chuyển sang là [n 2-40 đơn].
Thanh tra đã tiến hành [n 3-30 cuộc thanh tra], phát hiện sai phạm [money 100-9000 triệu] và [d 1-60 area ha] đất.
Kiến nghị xử lý hành chính [n 2-20 tập thể], [n 3-40 cá nhân]; xử phạt vi phạm [money 10-900 triệu].
Hòa giải ở cơ sở [of:a 20-300 vụ], tỷ lệ hòa giải thành đạt [reached:a].
Không phát sinh điểm nóng; không có vụ việc phức tạp, kéo dài.
Tỷ lệ giải quyết đơn thuộc thẩm quyền đạt [reach% 80-99], tăng [up% 1-12] so với năm trước.
Trực tiếp đối thoại với công dân [n 2-40 vụ], rút đơn sau đối thoại [n 1-12 trường hợp].
Qua Cổng thông tin đã trả lời [of:a 30-900 phản ánh, kiến nghị], đạt [reached:a].
Tập trung giải quyết dứt điểm [n 2-15 vụ việc] tồn đọng theo [ref state].
Có [about 20-300 lượt công dân] đến Trụ sở tiếp công dân của {area}.
Tòa án thụ lý [n 2-40 vụ án hành chính], đã xét xử [n 1-20 vụ].
Công dân kiến nghị về bồi thường dự án Khu công nghiệp, đã có [ref state] trả lời.

`;
