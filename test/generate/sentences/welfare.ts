/** An sinh xã hội: poverty, jobs, insurance, schools, health. */
export const welfare = `
Hộ nghèo toàn {area} còn [n 90-4000 hộ], chiếm [% 1-9] tổng số hộ.
Tỷ lệ hộ nghèo giảm [down% 1-4] so với đầu năm; số hộ cận nghèo còn [n 90-2500 hộ].
Hỗ trợ xây dựng [n 10-300 nhà] Đại đoàn kết, tổng trị giá [money 1-40 tỷ].
Giải quyết việc làm cho [n 300-9000 lao động], đạt [reach% 85-130] kế hoạch.
Xuất khẩu lao động [n 20-600 người], chủ yếu sang Nhật Bản, Hàn Quốc.
Chi trả trợ cấp cho [n 500-20000 đối tượng] bảo trợ xã hội với số tiền [money 2-90 tỷ].
Cấp [n 900-90000 thẻ bảo hiểm y tế]; tỷ lệ bao phủ đạt [reach% 85-99].
Thăm, tặng quà [n 200-9000 gia đình chính sách] với kinh phí [money 90-900 triệu].
Quỹ “Vì người nghèo” vận động được [money 200-9000 triệu], đạt [reach% 85-160] kế hoạch.
Tiêm chủng đầy đủ cho [of:a 200-9000 trẻ em], đạt [reached:a].
Có [of:a 8-60 trường] đạt chuẩn quốc gia, chiếm [pct:a].
Huy động trẻ ra lớp: [cut:t 900-9000 2 cháu], trong đó nhà trẻ [part:t cháu], mẫu giáo [part:t cháu].
Khám, chữa bệnh cho [n 2000-90000 lượt người]; điều trị nội trú [n 300-9000 lượt].
Mức hỗ trợ là [dong 200-1500] mỗi suất.
Tặng [n 20-900 suất quà], mỗi suất trị giá [dong 300-1200].
Cho vay ưu đãi [n 200-9000 hộ] với dư nợ [money 20-900 tỷ].
Đào tạo nghề cho [n 90-3000 lao động nông thôn], tổ chức [n 2-40 lớp].
Trợ cấp khó khăn đột xuất cho [about 50-900 hộ], số tiền [about-money 100-900 triệu].
Tuyến đường đến thôn 3 đã được bê tông hóa; [n 30-700 hộ] được dùng nước sạch.
Hộ sử dụng nước hợp vệ sinh: [of:a 900-40000 hộ], đạt [reached:a].
Cấp phát [d 5-200 mass tấn] gạo cho [n 100-3000 hộ nghèo] dịp giáp hạt.
Số người tham gia bảo hiểm xã hội tự nguyện tăng [up 30-900 người] so với năm trước.
Thực hiện chính sách đối với người có công: // Trợ cấp hằng tháng cho [n 100-5000 người]. // Điều dưỡng [n 20-400 lượt người]. // Sửa chữa [n 2-60 ngôi nhà].
Chính sách giảm nghèo được thực hiện theo [ref state]; đã phân bổ [money 2-90 tỷ].
Tỷ lệ lao động qua đào tạo đạt [reach% 50-80].
Trẻ em có hoàn cảnh khó khăn được trợ giúp [of:a 60-900 trẻ em], đạt [reached:a].
Trong [cut:t 200-2000 3 hộ] được khảo sát: hộ nghèo [part:t hộ], hộ cận nghèo [part:t hộ], hộ trung bình [part:t hộ].
Đời sống Nhân dân ổn định; cuối năm còn [range 20-90 hộ] thiếu đói.
Tặng [n 20-400 xe đạp] và [n 100-900 suất học bổng] cho học sinh vượt khó.
Tai nạn giao thông xảy ra [n 2-60 vụ], làm chết [n 1-20 người], bị thương [n 2-60 người].
Có [n 3-40 bác sĩ] và [n 10-200 điều dưỡng] làm việc tại tuyến cơ sở.
`;
