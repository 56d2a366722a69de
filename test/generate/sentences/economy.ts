/** Kinh tế: harvest, budget, building, new countryside. */
export const economy = `
Thu ngân sách trên địa bàn là [money 20-900 tỷ], bằng [compared% 80-130] so với cùng kỳ.
Thu ngân sách đạt [reach% 60-130] dự toán, tăng [up% 1-30] so với năm trước.
Tổng diện tích gieo trồng [d 900-30000 area ha], sản lượng lương thực [d 2000-90000 mass tấn].
Trồng mới [d 20-900 area ha] rừng; tỷ lệ che phủ rừng đạt [reach% 40-60].
Tổng đàn gia súc có [n 2000-90000 con], gia cầm [n 9000-900000 con].
Đàn bò [n 900-40000 con], đàn lợn [n 2000-90000 con], tiêm phòng [of:a 2000-90000 con], đạt [reached:a].
Giải ngân vốn đầu tư công [money 10-900 tỷ], đạt [reach% 30-99] kế hoạch.
Khởi công [n 3-60 công trình] với tổng mức đầu tư [money 5-900 tỷ].
Bê tông hóa [d 4-120 length km] đường giao thông nông thôn, kiên cố hóa [d 2-60 length km] kênh mương.
Có [of:a 8-40 xã] đạt chuẩn nông thôn mới, chiếm [pct:a].
Bình quân đạt [range 12-17 tiêu chí] mỗi xã.
Thành lập mới [n 5-200 doanh nghiệp] với vốn đăng ký [money 10-900 tỷ]; giải thể [n 1-30 doanh nghiệp].
Hiện có [n 4-60 hợp tác xã], [n 10-300 tổ hợp tác] hoạt động hiệu quả.
Công nhận [n 12-60 sản phẩm] OCOP, trong đó [n 1-9 sản phẩm] đạt hạng 4 sao.
Thu hút [n 1-20 dự án] với tổng vốn [money 20-9000 tỷ], diện tích [d 5-300 area ha].
Cấp [n 100-9000 giấy chứng nhận] quyền sử dụng đất với diện tích [d 10-900 area ha].
Lượng khách du lịch đạt [n 2000-90000 lượt khách], doanh thu [money 2-300 tỷ].
Phát hiện, xử lý [n 2-90 vụ] vi phạm trong lĩnh vực đất đai, khoáng sản; xử phạt [money 20-900 triệu].
Thiệt hại do thiên tai: // [n 5-300 ngôi nhà] bị tốc mái. // [d 5-300 area ha] lúa bị ngập. // Thiệt hại [estimate 1-60 tỷ].
Chương trình mục tiêu quốc gia được phân bổ [cut:t 20-300 3 công trình], gồm giao thông [part:t công trình], thủy lợi [part:t công trình], trường học [part:t công trình].
Sản lượng thủy sản [d 200-9000 mass tấn], tăng [up% 1-20] so với cùng kỳ.
Giá trị sản xuất công nghiệp tăng [up% 3-20], thương mại - dịch vụ tăng [up% 3-20].
Thu nhập bình quân đầu người [money 30-90 triệu].
Chi ngân sách [money 50-900 tỷ], trong đó chi đầu tư phát triển [money 10-49 tỷ].
Điều chỉnh quy hoạch tỷ lệ 1/500 theo [ref state].
Khối lượng đất đào đắp [d 900-40000 volume m³], kinh phí [about-money 2-60 tỷ].
Mô hình nuôi cá lồng trên hồ đạt sản lượng [d 10-200 mass tấn] trong giai đoạn 2021 - 2025.
Trồng [about 3000-90000 cây xanh] theo Đề án trồng một tỷ cây xanh.
Kế hoạch vốn giao tại [ref state] là [money 10-900 tỷ].
`;
