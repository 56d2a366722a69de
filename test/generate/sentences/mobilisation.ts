/** Dân vận chính quyền: meetings with the people, models, movements. */
export const mobilisation = `
Toàn {area} đã công nhận [of:a 30-400 mô hình] đăng ký, đạt [reached:a].
Tổ chức [n 3-60 hội nghị] đối thoại trực tiếp với Nhân dân, có [n 200-6000 lượt người] tham dự và [n 40-900 ý kiến] phát biểu.
Qua đối thoại đã tiếp thu [cut:t 40-600 2 ý kiến]; đã giải quyết [part:t ý kiến], đang xem xét [part:t ý kiến].
Xây dựng mới [cut:t 20-200 3 mô hình] “Dân vận khéo”, cụ thể: // Lĩnh vực kinh tế: [part:t mô hình]. // Lĩnh vực văn hóa - xã hội: [part:t mô hình]. // Lĩnh vực quốc phòng - an ninh: [part:t mô hình].
Vận động Nhân dân hiến [d 1200-40000 area m²] đất, [n 400-9000 ngày công] và [money 1-40 tỷ] để làm đường giao thông nông thôn.
Nhân dân đã đóng góp [money 200-9000 triệu], hiến [n 300-9000 cây ăn quả] để mở rộng đường.
Tổ công tác dân vận đã đến [all 4-60 thôn] gặp gỡ, nắm tình hình [n 90-2500 hộ dân].
Thành lập [n 2-40 tổ] vận động, giải phóng mặt bằng với [n 12-320 thành viên].
Đã vận động [of:a 40-900 hộ] bàn giao mặt bằng, đạt [reached:a].
Công tác giải phóng mặt bằng Quốc lộ 24A được Nhân dân đồng thuận; [n 15-350 hộ] nhận tiền bồi thường với tổng số [money 2-80 tỷ].
Phong trào thi đua “Dân vận khéo” thu hút [about 500-9000 hội viên], đoàn viên tham gia.
Tổ chức ra quân ngày Chủ nhật xanh với [n 300-9000 lượt đoàn viên], thu gom [d 3-90 mass tấn] rác thải.
Duy trì hoạt động của [n 20-300 tổ hòa giải] với [n 90-1800 hòa giải viên]; hòa giải thành [of:a 20-260 vụ việc], đạt tỷ lệ [reached:a].
Ban Thanh tra nhân dân đã tổ chức [n 4-60 cuộc giám sát], kiến nghị thu hồi [money 12-900 triệu].
Các thôn đã sửa đổi [n 5-90 hương ước] cho phù hợp với [ref state].
Thực hiện quy chế dân chủ ở cơ sở, đã công khai [n 12-90 nội dung] để Nhân dân biết, bàn, giám sát.
Đã giới thiệu [n 20-400 quần chúng ưu tú] cho Đảng, kết nạp [n 8-190 đảng viên].
Khối Dân vận cơ sở được xếp loại: xuất sắc [n 2-15 khối], tốt [n 3-15 khối], khá [n 1-8 khối].
Lực lượng vũ trang đã giúp Nhân dân [n 300-9000 ngày công], tu sửa [d 2-60 length km] đường và nạo vét [d 2-40 length km] kênh mương.
Tổ chức khám, cấp thuốc miễn phí cho [n 100-3000 lượt người], tặng [n 20-500 suất quà] trị giá [money 20-400 triệu].
Chính quyền các cấp tổ chức [n 6-90 buổi] gặp mặt người có uy tín, già làng, trưởng bản.
Nắm tình hình Nhân dân ở [n 3-30 điểm nóng] về đất đai, môi trường.
Kết quả lấy ý kiến sự hài lòng của người dân <đạt [reach% 80-97]|là [% 80-97]>.
Trong số [cut:t 50-500 3 ý kiến] của cử tri: [part:t ý kiến] về đất đai, [part:t ý kiến] về hạ tầng, [part:t ý kiến] về chế độ chính sách.
Huy động [n 15-400 lượt cán bộ, chiến sĩ] hành quân dã ngoại tại [n 1-9 xã] vùng sâu.
Có [of:a 20-300 khu dân cư] tổ chức Ngày hội Đại đoàn kết, chiếm [pct:a].
Các mô hình “Dân vận khéo” đã giúp [n 20-900 hộ] thoát nghèo.
Phối hợp tuyên truyền được [pair 20-500 buổi/lượt người] về thu hồi đất.
Phấn đấu mỗi năm xây dựng [range 3-20 mô hình] mới.
Phong trào hiến đất làm đường được nhân rộng ở [range 4-20 thôn]; kinh phí xã hội hóa [about-money 200-900 triệu].
`;
