/** Cải cách hành chính: procedures, one-stop offices, staff, digital services. */
export const reform = `
Trong {period}, đã giải quyết [of:b 2000-90000 hồ sơ], đạt tỷ lệ [reached:b].
Bộ phận Một cửa tiếp nhận [cut:t 900-40000 2 hồ sơ], trong đó trực tuyến [part:t hồ sơ], trực tiếp [part:t hồ sơ].
Hồ sơ giải quyết trước hạn và đúng hạn: [of:a 900-40000 hồ sơ], chiếm [pct:a].
Hồ sơ quá hạn [n 3-90 hồ sơ], giảm [down 2-60 hồ sơ] so với cùng kỳ.
Công bố [cut:t 60-1800 3 thủ tục hành chính], gồm toàn trình [part:t thủ tục], một phần [part:t thủ tục], cung cấp thông tin [part:t thủ tục].
Rà soát, đơn giản hóa [n 5-60 thủ tục hành chính] theo [ref state].
Tỷ lệ hồ sơ nộp trực tuyến đạt [reach% 50-98], tăng [up% 2-30] so với cùng kỳ năm trước.
Chỉ số cải cách hành chính xếp loại tốt, đạt [reach% 80-95].
Tinh giản [n 2-60 biên chế], sắp xếp lại [n 1-20 đơn vị sự nghiệp].
Biên chế được giao là [n 60-2400 biên chế], hiện có [n 50-2300 người].
Cử [n 20-600 lượt cán bộ, công chức, viên chức] đi đào tạo, bồi dưỡng.
Kiểm tra công vụ tại [of 8-60 cơ quan, đơn vị], phát hiện [n 1-12 trường hợp] vi phạm.
Số hóa [about 900-90000 hồ sơ]; ký số [of:a 900-30000 văn bản], đạt [reached:a].
Thực hiện Đề án 06, đã thu nhận [n 900-90000 hồ sơ] định danh điện tử, kích hoạt [n 800-80000 tài khoản].
Vận hành [n 3-90 tổ công nghệ số cộng đồng] với [n 20-900 thành viên].
Cắt giảm thời gian giải quyết [range 10-40 thủ tục] theo [ref state].
Ban hành [ref state] về danh mục thủ tục hành chính; [all 8-30 xã, phường] niêm yết đầy đủ.
Áp dụng Hệ thống quản lý chất lượng ISO 9001:2015 tại [of:a 8-60 cơ quan], chiếm [pct:a].
Phát hành [n 900-30000 phiếu khảo sát]; kết quả hài lòng [% 82-99].
Thu phí, lệ phí [money 100-9000 triệu], trong đó thanh toán trực tuyến [money 50-90 triệu].
Thẩm định [n 4-60 dự thảo văn bản] quy phạm pháp luật, tự kiểm tra [n 10-90 văn bản].
Cơ cấu tổ chức: // Giảm [down 1-9 phòng] và tương đương. // Giảm [down 2-20 đơn vị sự nghiệp công lập]. // Hợp nhất [n 2-30 thôn, tổ dân phố].
Kết quả đánh giá công chức: [cut:t 60-900 3 người], gồm hoàn thành xuất sắc [part:t người], hoàn thành tốt [part:t người], hoàn thành nhiệm vụ [part:t người].
Xử lý kỷ luật [n 1-12 công chức], khiển trách [n 1-9 trường hợp].
Trang bị [n 20-400 máy tính], [n 5-90 máy quét] phục vụ Bộ phận Một cửa với kinh phí [money 1-12 tỷ].
Số hồ sơ đất đai giải quyết đúng hạn đạt [reach% 70-99].
Có [n 2-20 sáng kiến] được công nhận; khen thưởng [n 4-40 tập thể] và [n 10-200 cá nhân].
Bố trí [n 20-300 công chức] làm việc tại bộ phận tiếp nhận và trả kết quả.
Hồ sơ lĩnh vực tư pháp - hộ tịch: [n 300-9000 hồ sơ]; lĩnh vực đất đai: [n 200-6000 hồ sơ].
`;
