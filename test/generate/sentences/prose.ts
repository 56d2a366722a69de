/** What reports say without a figure, with numbers that measure nothing. */
export const strengths = `
Cấp ủy, chính quyền các cấp đã quan tâm lãnh đạo, chỉ đạo, tạo chuyển biến rõ nét so với năm {before}.
Nhận thức của cán bộ, đảng viên và Nhân dân được nâng lên; nội bộ đoàn kết, thống nhất.
Sự phối hợp giữa {me} với Mặt trận Tổ quốc và các đoàn thể ngày càng chặt chẽ, hiệu quả.
Nhiều cách làm hay được nhân rộng trong giai đoạn 2021 - 2025.
Các chỉ tiêu cơ bản của nhiệm kỳ 2020 - 2025 được hoàn thành sớm.
Tinh thần phục vụ Nhân dân của đội ngũ cán bộ, công chức có tiến bộ, được dư luận ghi nhận.
Kỷ luật, kỷ cương hành chính được giữ vững; tình hình an ninh, trật tự ổn định.
Việc thực hiện [law] đi vào nền nếp, tạo sự đồng thuận trong xã hội.
Công tác phối hợp theo [ref] được duy trì thường xuyên.
Có [of:a 8-90 đơn vị] hoàn thành tốt nhiệm vụ, đạt [reached:a].
`;
export const weaknesses = `
Một số địa phương chưa thật sự quan tâm đến công tác dân vận; còn tình trạng khoán cho cán bộ chuyên trách.
Việc nắm tình hình Nhân dân có lúc chưa kịp thời, nhất là ở vùng sâu, vùng xa.
Chế độ thông tin, báo cáo theo [ref state] thực hiện chưa nghiêm.
Trình độ của một bộ phận cán bộ cơ sở còn hạn chế, chưa đáp ứng yêu cầu nhiệm vụ.
Kinh phí hoạt động còn khó khăn; cơ sở vật chất chưa đồng bộ.
Còn [n 2-40 vụ việc] kéo dài, chưa được giải quyết dứt điểm.
Tỷ lệ hồ sơ trực tuyến ở [n 2-9 xã] còn thấp, chỉ đạt [reach% 40-60].
Nguyên nhân chủ yếu là do địa bàn rộng, dân cư phân tán, tác động của dịch bệnh từ năm {before}.
Công tác kiểm tra, giám sát chưa thường xuyên, còn nể nang, né tránh.
Một số văn bản hướng dẫn [law] chậm được ban hành.
`;
export const tasks = `
Tiếp tục thực hiện nghiêm [ref party] và [law].
Tập trung thực hiện hiệu quả [ref state].
Nâng cao chất lượng đối thoại giữa người đứng đầu cấp ủy, chính quyền với Nhân dân.
Phấn đấu đến cuối năm {next} tỷ lệ hồ sơ đúng hạn đạt [reach% 95-99].
Tổ chức [n 2-12 đợt] kiểm tra tại {subs} trong năm {next}.
Xây dựng [range 5-40 mô hình] “Dân vận khéo” trong năm {next}.
Thực hiện tốt công tác tuyên truyền, vận động Nhân dân chấp hành chủ trương của Đảng, pháp luật của Nhà nước.
Đề nghị {up} quan tâm bố trí kinh phí [money 2-60 tỷ] để hoàn thành các công trình dở dang.
Giải quyết dứt điểm [n 2-15 vụ việc] tồn đọng trước ngày 30/6/{next}.
Đề nghị cấp trên sớm ban hành hướng dẫn thực hiện [law].
Tổ chức sơ kết [ref] vào quý II năm {next}.
Đào tạo, bồi dưỡng [about 50-600 cán bộ] làm công tác dân vận.
Huy động các nguồn lực xã hội, chú trọng vùng đồng bào dân tộc thiểu số.
Tăng cường kỷ luật, kỷ cương; kịp thời biểu dương, khen thưởng tập thể, cá nhân điển hình.
`;
